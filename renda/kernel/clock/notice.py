"""Reading a year's file of days off: all of it, or a list of what is wrong with each row."""

from dataclasses import dataclass
from datetime import date
from json import JSONDecodeError, loads
from typing import Any

from django.utils.translation import gettext as _

LONGEST_NAME, MOST_DAYS, FIRST_YEAR, LAST_YEAR = 40, 120, 2000, 2100


class BadNotice(ValueError):
    """The file is not a year's notice; `faults` says why, row by row."""

    def __init__(self, *faults: str) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(frozen=True)
class Row:
    """One day of the file."""

    day: date
    name: str
    is_working: bool


@dataclass(frozen=True)
class YearFile:
    """What the file says: the year, where it is from, and the days that differ."""

    year: int
    source: str
    rows: tuple[Row, ...]


def read_year(text: str, *, is_national: bool) -> YearFile:
    """Read a file like `{"year": 2026, "papers": [...], "days": [{"name", "date", "isOffDay"}]}`.

    Raises BadNotice with a sentence for each fault.
    """
    try:
        said = loads(text)
    except (JSONDecodeError, RecursionError) as fault:
        raise BadNotice(_("The file is not JSON: %(why)s") % {"why": fault}) from fault
    year, papers, days = _parts(said)
    faults: list[str] = []
    rows = [row for n, item in enumerate(days, 1) if (row := _row(n, item, year, faults))]
    faults += _doubled(rows)
    if is_national and not faults:
        faults += _missing(year, papers, rows)
    if faults:
        raise BadNotice(*faults)
    return YearFile(year, " ".join(papers)[:300], tuple(rows))


def _parts(said: Any) -> tuple[int, list[str], list[Any]]:
    if not isinstance(said, dict) or not isinstance(said.get("days"), list):
        raise BadNotice(_("The file has no list of days."))
    year, days, papers = said.get("year"), said["days"], said.get("papers", [])
    if type(year) is not int or not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadNotice(_("The file does not say a year from 2000 to 2100."))
    if not isinstance(papers, list) or not all(isinstance(paper, str) for paper in papers):
        raise BadNotice(_("The papers must be a list of addresses or numbers."))
    if not days:
        raise BadNotice(_("The file has no days: the notice may not be out yet."))
    if len(days) > MOST_DAYS:
        raise BadNotice(_("The file has more than %(most)d days.") % {"most": MOST_DAYS})
    return year, papers, days


def _row(n: int, item: Any, year: int, faults: list[str]) -> Row | None:
    try:
        return _read_row(item, year)
    except ValueError as fault:
        faults.append(_("Row %(n)d: %(why)s") % {"n": n, "why": fault})
        return None


def _read_row(item: Any, year: int) -> Row:
    if not isinstance(item, dict):
        raise ValueError(_("it is not a day."))
    name, is_off = item.get("name"), item.get("isOffDay")
    day = _day(item.get("date"))
    if day.year != year and (day.year, day.month) != (year - 1, 12):
        raise ValueError(_("%(day)s is not in the year of the file.") % {"day": day})
    if not isinstance(name, str) or not name.strip() or len(name) > LONGEST_NAME:
        raise ValueError(_("the name is missing or longer than 40 characters."))
    if not name.isprintable():
        raise ValueError(_("the name holds characters that cannot be shown."))
    if not isinstance(is_off, bool):
        raise ValueError(_("isOffDay must be true or false."))
    return Row(day, name.strip(), not is_off)


def _day(written: Any) -> date:
    try:
        day = date.fromisoformat(str(written))
    except ValueError as fault:
        raise ValueError(_("the date is missing or not a date.")) from fault
    if day.isoformat() != written:  # other ways of ISO 8601 to write it
        raise ValueError(_("the date must be written like 2027-10-01."))
    return day


def _doubled(rows: list[Row]) -> list[str]:
    seen: set[date] = set()
    faults = []
    for row in rows:
        if row.day in seen:
            faults.append(_("%(day)s is named twice.") % {"day": row.day})
        seen.add(row.day)
    return faults


def _missing(year: int, papers: list[str], rows: list[Row]) -> list[str]:
    # A notice that leaves out a feast fixed by law is not this year's notice.
    off = {row.day for row in rows if not row.is_working}
    fixed = [date(year, 1, 1), date(year, 5, 1), *(date(year, 10, n) for n in (1, 2, 3))]
    faults = [
        _("%(day)s is a day off by law, and the file does not say so.") % {"day": day}
        for day in fixed
        if day not in off
    ]
    if not papers:
        faults.append(_("The file does not name the State Council's notice it is from."))
    return faults
