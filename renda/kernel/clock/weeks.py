"""The weeks of a count as a calendar table: counted days are marked, the others say why not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from renda.kernel.clock.counting import Counted
from renda.kernel.clock.days import DAY, Calendar
from renda.kernel.clock.spans import Months, Span

MOST_WEEKS = 8  # a longer count shows the weeks around its end
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Cell:
    """One day of the table: its tone is `on` (counted), `off`, or nothing."""

    day: date
    tone: str
    is_today: bool
    small: str


@dataclass(frozen=True)
class Weeks:
    """Rows of seven cells, Monday first; `is_cut` when a long count shows its end only."""

    rows: tuple[tuple[Cell, ...], ...]
    is_cut: bool


def weeks_of(span: Span, start: date, counted: Counted, calendar: Calendar, today: date) -> Weeks:
    """The table for a count from this start."""
    first, last = _ends(start, counted)
    monday, sunday = first - first.weekday() * DAY, last + (6 - last.weekday()) * DAY
    is_cut = (sunday - monday).days >= MOST_WEEKS * 7
    if is_cut and span.is_backward:
        sunday = monday + 4 * WEEK - DAY
    elif is_cut:
        monday = sunday - 4 * WEEK + DAY
    marks = _marks(span, start, counted)
    rows = []
    while monday <= sunday:
        days = (monday + n * DAY for n in range(7))
        rows.append(tuple(_cell(day, start, marks, calendar, today) for day in days))
        monday += WEEK
    return Weeks(tuple(rows), is_cut)


def _ends(start: date, counted: Counted) -> tuple[date, date]:
    days = (start, counted.statutory, counted.latest, counted.target)
    return min(days), max(days)


def _marks(span: Span, start: date, counted: Counted) -> dict[date, str]:
    marks = dict(_numbered(span, counted))
    marks[start] = _("Event") if span.is_backward else _("Start")
    marks[counted.statutory] = _("Due")
    if counted.latest != counted.statutory:
        marks[counted.latest] = _("Latest")
    if span.is_backward and counted.target != counted.statutory:
        marks[counted.target] = _("Act by")
    return marks


def _numbered(span: Span, counted: Counted) -> Iterator[tuple[date, str]]:
    said = _("Month %(n)d") if isinstance(span, Months) else _("Day %(n)d")
    return ((day, said % {"n": n}) for day, n in counted.counted)


def _cell(day: date, start: date, marks: dict[date, str], calendar: Calendar, today: date) -> Cell:
    small = marks.get(day, "") or calendar.why_off(day, is_short=True)
    if day == today and not marks.get(day):
        small = _("Today")
    is_on, is_off = day in marks and day != start, not calendar.is_working(day)
    tone = "on" if is_on else "off" if is_off else ""
    return Cell(day, tone, day == today, small)
