"""The calendar of a congress: the program's notices, newer imported ones, and its own days off."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from renda.kernel.clock.days import Calendar
from renda.kernel.clock.models import CalendarDay
from renda.kernel.clock.national import calendar_without


def calendar_of(congress_id: int | None) -> Calendar:
    """The calendar that counts in this congress (None: in the country), with one query."""
    days = list(CalendarDay.objects.filter(Q(congress_id=None) | Q(congress_id=congress_id)))
    national = [day for day in days if day.congress_id is None]
    imported = frozenset(day.notice_year for day in national)
    base = calendar_without(imported)
    off, work = dict(base.off), dict(base.work)
    _lay(national, off, work)
    _lay((day for day in days if day.congress_id is not None), off, work)
    return Calendar(off, work, base.published | imported, base.feasts)


def missing_year(today: date) -> int | None:
    """The year whose notice should be here and is not: this one, or from 1 December the next."""
    published = calendar_of(None).published
    due = [today.year] + ([today.year + 1] if today.month == 12 else [])
    return next((year for year in due if year not in published), None)


def _lay(days: Iterable[CalendarDay], off: dict[date, str], work: dict[date, str]) -> None:
    # What comes later wins: a place may work on a national day off, and the reverse.
    for day in days:
        mine, other = (work, off) if day.is_working else (off, work)
        other.pop(day.day, None)
        mine[day.day] = day.name
