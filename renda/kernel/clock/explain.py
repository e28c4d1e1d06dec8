"""Why a deadline falls on its day: its start, what was counted or passed over, by which law."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from renda.kernel.clock.counting import Counted
from renda.kernel.clock.days import Calendar
from renda.kernel.clock.models import Deadline
from renda.kernel.clock.spans import Hours, Months, Span
from renda.kernel.clock.weeks import Weeks, weeks_of


@dataclass(frozen=True)
class Line:
    """One day: the how-manieth it is, or why it was passed over."""

    day: date
    n: int = 0
    why: str = ""


@dataclass(frozen=True)
class Explanation:
    """What a page shows under "how this day is counted". `law` is the article that gives the time,
    `basis` the articles by which it is counted; both are data and stay in Chinese."""

    span: Span
    start: date
    counted: Counted
    sentences: tuple[str, ...]
    weeks: Weeks
    law: str
    basis: tuple[str, ...]

    @property
    def lines(self) -> list[Line]:
        """Every day that counts or is passed over, in the order of the calendar."""
        counted = [Line(day, n=n) for day, n in self.counted.counted]
        skipped = [Line(day, why=why) for day, why in self.counted.skipped]
        return sorted(counted + skipped, key=lambda line: (line.day, line.why))


def explain(deadline: Deadline, *, today: date, calendar: Calendar) -> Explanation:
    """Explain a deadline by the calendar as it is now."""
    start = deadline.started_at or deadline.started_on
    counted = deadline.length.count(start, calendar)
    return explain_count(
        deadline.length, start, counted, today, calendar, law=deadline.cites, kept=deadline
    )


def explain_count(
    span: Span,
    start: date | datetime,
    counted: Counted,
    today: date,
    calendar: Calendar,
    *,
    law: str = "",
    kept: Deadline | None = None,
) -> Explanation:
    """Explain any count; `kept` is the deadline whose stored days hold even if a new calendar
    would give others."""
    day = start.date() if isinstance(start, datetime) else start
    sentences = [_beginning(span, start), *_days(counted, calendar), *_end(span, counted)]
    if kept and (kept.statutory_on, kept.latest_on) != (counted.statutory, counted.latest):
        sentences.append(
            _("By today's calendar it would be %(day)s; the day told before holds.")
            % {"day": said_day(counted.latest)}
        )
    return Explanation(
        span=span,
        start=day,
        counted=counted,
        sentences=tuple(sentences),
        weeks=weeks_of(span, day, counted, calendar, today),
        law=law,
        basis=tuple(_basis(span, counted)),
    )


def said_day(day: date) -> str:
    """A day in the reader's language, with its year."""
    return date_format(day, "DATE_FORMAT")


def _beginning(span: Span, start: date | datetime) -> str:
    if isinstance(span, Hours):
        return _("Hours run from %(moment)s on, days off included.") % {
            "moment": date_format(start, "DATETIME_FORMAT")
        }
    day = {"day": said_day(start)}
    if span.is_backward:
        return _("Counted back from %(day)s; that day itself does not count.") % day
    return _("Counted from %(day)s; that day itself does not count.") % day


def _days(counted: Counted, calendar: Calendar) -> Iterator[str]:
    if counted.skipped:
        passed = Counter(why for _day, why in counted.skipped)
        listed = [
            ngettext("%(name)s %(n)d day", "%(name)s %(n)d days", n) % {"name": name, "n": n}
            for name, n in passed.items()
        ]
        yield _("Passed over: %(days)s.") % {"days": _listed(listed)}
    moved = [said_day(day) for day, _n in counted.counted if calendar.is_moved_work(day)]
    if moved and counted.skipped:
        yield _("People work on %(days)s by the notice, so it counts.") % {"days": _listed(moved)}
    touched = (day for day, _why in counted.skipped)
    for year in sorted({day.year for day in touched} & calendar.published):
        yield _("Days off are by the State Council's notice for %(year)s.") % {"year": year}


def _end(span: Span, counted: Counted) -> Iterator[str]:
    days = {
        "statutory": said_day(counted.statutory),
        "latest": said_day(counted.latest),
        "target": said_day(counted.target),
    }
    if counted.latest != counted.statutory:
        yield _("%(statutory)s is a day off, so it is still in time on %(latest)s.") % days
    if span.is_backward and counted.target != counted.statutory:
        yield _("%(statutory)s is a day off, so act by %(target)s.") % days
    if counted.is_margin:
        yield _("Nine days are kept in hand, for the notice may move the days of a whole week.")
    if counted.is_provisional:
        yield _(
            "Provisional: the State Council's notice for that year is not out yet. The day is "
            "counted again when it is."
        )


def _basis(span: Span, counted: Counted) -> Iterator[str]:
    if not isinstance(span, Hours):
        yield "民法典201"
    if isinstance(span, Months):
        yield "民法典202"
    if counted.latest != counted.statutory:
        yield "民法典203"


def _listed(words: list[str]) -> str:
    return pgettext("between names in a list", ", ").join(words)
