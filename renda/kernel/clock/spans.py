"""Spans of time as the law gives them: `7wd` `-7wd` `10d` `3m` `24h`; a minus counts back.

They are values: the law's stand in code beside the article, a place's own in its local rules.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import ClassVar, Self

from django.utils.translation import gettext as _

from renda.kernel.clock.counting import Counted, ending_on, months_after, working_days
from renda.kernel.clock.days import DAY, Calendar
from renda.kernel.clock.span_words import in_words
from renda.kernel.moment import BEIJING

LONGEST = 9999


class BadSpan(ValueError):
    """A span that cannot be read or counted; `str()` says why, for the reader."""


@dataclass(frozen=True)
class Span:
    """An amount of one unit. `count` is what the four kinds differ in."""

    n: int
    unit: ClassVar[str] = ""

    def __str__(self) -> str:
        return f"{self.n}{self.unit}"

    def __add__(self, other: Self) -> Self:
        """Two spans of one unit as one; counted from the same start, so never end to end."""
        if other.unit != self.unit:
            raise BadSpan(_("Only spans of the same unit can be added."))
        return replace(self, n=self.n + other.n)

    @property
    def is_backward(self) -> bool:
        """Whether it is counted back from an event."""
        return self.n < 0

    def words(self) -> str:
        """The span in the reader's language, such as "7 working days"."""
        is_clear = getattr(self, "is_clear", False)
        return in_words(self.unit, self.n, is_clear=is_clear)

    def count(self, start: date | datetime, calendar: Calendar) -> Counted:
        """Where the span ends. Raises BadSpan when that is beyond the calendar."""
        try:
            return self._count(start, calendar)
        except (OverflowError, ValueError) as fault:
            if isinstance(fault, BadSpan):
                raise
            raise BadSpan(_("That is beyond the years a calendar can hold.")) from fault

    def _count(self, start: date | datetime, calendar: Calendar) -> Counted:
        raise NotImplementedError


@dataclass(frozen=True)
class WorkingDays(Span):
    """工作日: the days on which people work. Clear days lie wholly between the two ends."""

    is_clear: bool = False
    unit: ClassVar[str] = "wd"

    def __post_init__(self) -> None:
        _refuse_clear_forward(self)

    def __str__(self) -> str:
        return f"{self.n}{'c' if self.is_clear else ''}wd"

    def _count(self, start: date | datetime, calendar: Calendar) -> Counted:
        return working_days(_day(start), self.n - self.is_clear, calendar)


@dataclass(frozen=True)
class Days(Span):
    """日: calendar days, as the laws on congresses count."""

    is_clear: bool = False
    unit: ClassVar[str] = "d"

    def __post_init__(self) -> None:
        _refuse_clear_forward(self)

    def __str__(self) -> str:
        return f"{self.n}{'c' if self.is_clear else ''}d"

    def _count(self, start: date | datetime, calendar: Calendar) -> Counted:
        n, first = self.n - self.is_clear, _day(start)
        step = -DAY if n < 0 else DAY
        counted = tuple((first + k * step, k) for k in range(1, abs(n) + 1))
        return ending_on(
            first + timedelta(days=n), calendar, is_backward=self.is_backward, counted=counted
        )


@dataclass(frozen=True)
class Months(Span):
    """个月: the same day number, else the month's last day (民法典202). Each month is counted from
    the start, so six months are never three and three."""

    unit: ClassVar[str] = "m"

    def _count(self, start: date | datetime, calendar: Calendar) -> Counted:
        first, sign = _day(start), -1 if self.is_backward else 1
        marks = tuple((months_after(first, sign * k), k) for k in range(1, abs(self.n) + 1))
        return ending_on(
            months_after(first, self.n), calendar, is_backward=self.is_backward, counted=marks
        )


@dataclass(frozen=True)
class Hours(Span):
    """小时: from a moment to a moment, days off included."""

    unit: ClassVar[str] = "h"

    def _count(self, start: date | datetime, calendar: Calendar) -> Counted:
        if not isinstance(start, datetime):
            raise BadSpan(_("Hours are counted from a time of day: add the time."))
        at = _in_beijing(start) + timedelta(hours=self.n)
        return Counted(statutory=at.date(), latest=at.date(), target=at.date(), at=at)


UNITS: dict[str, type[Span]] = {kind.unit: kind for kind in (WorkingDays, Days, Months, Hours)}
_WRITTEN = re.compile(r"(-?[0-9]{1,9})(c?)(wd|d|m|h)")


def parse(text: str) -> Span:
    """Read a span such as `-7wd`; `c` before the unit means clear days (`-7cd`). Raises BadSpan."""
    written = _WRITTEN.fullmatch(text.strip())
    if not written or (written[2] and written[3] not in ("wd", "d")):
        raise BadSpan(
            _("“%(text)s” is not a span. Write it like 7wd, -7wd, 10d, 3m or 24h.")
            % {"text": text[:40]}
        )
    n = int(written[1])
    if abs(n) > LONGEST:
        raise BadSpan(_("A span has at most %(most)d units.") % {"most": LONGEST})
    span = UNITS[written[3]](n)
    return cleared(span) if written[2] else span


def cleared(span: Span) -> Span:
    """The span with clear days. Raises BadSpan unless it is days counted back."""
    if not isinstance(span, WorkingDays | Days):
        raise BadSpan(_("Clear days are for days and working days only."))
    return replace(span, is_clear=True)


def _refuse_clear_forward(span: WorkingDays | Days) -> None:
    if span.is_clear and span.n >= 0:
        raise BadSpan(_("Clear days are for counting back from an event only."))


def _in_beijing(moment: datetime) -> datetime:
    return moment.astimezone(BEIJING) if moment.tzinfo else moment.replace(tzinfo=BEIJING)


def _day(start: date | datetime) -> date:
    return _in_beijing(start).date() if isinstance(start, datetime) else start
