"""The State Council's notices that come with the program, read once a process."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from json import loads

from renda.kernel.clock.days import Calendar
from renda.kernel.clock.feasts import DATA, feasts


@dataclass(frozen=True)
class Notice:
    """What one year's notice says. It may name days of the December before."""

    year: int
    sources: tuple[str, ...]
    off: Mapping[date, str]
    work: Mapping[date, str]


@cache
def notices() -> Mapping[int, Notice]:
    """The notices that come with the program, by year."""
    years = loads((DATA / "holidays.json").read_text(encoding="utf-8"))
    return {
        entry["year"]: Notice(
            entry["year"], tuple(entry["notices"]), _days(entry["off"]), _days(entry["work"])
        )
        for entry in years
    }


def calendar_without(years: frozenset[int]) -> Calendar:
    """The national calendar, leaving out years for which a congress has imported a newer notice."""
    kept = [notice for year, notice in notices().items() if year not in years]
    return Calendar(
        off={day: name for notice in kept for day, name in notice.off.items()},
        work={day: name for notice in kept for day, name in notice.work.items()},
        published=frozenset(notice.year for notice in kept),
        feasts=feasts(),
    )


@cache
def national() -> Calendar:
    """The calendar that comes with the program, for those who have no database at hand."""
    return calendar_without(frozenset())


def _days(named: Mapping[str, str]) -> dict[date, str]:
    return {date.fromisoformat(day): name for day, name in named.items()}
