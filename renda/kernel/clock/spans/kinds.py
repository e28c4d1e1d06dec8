"""Working days, days, months, hours."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar

from django.utils.translation import gettext as _

from renda.kernel.clock.counting import Counted, ending_on, months_after, working_days
from renda.kernel.clock.days import DAY, Calendar
from renda.kernel.clock.spans.span import BadSpan, Span, day_of, in_beijing


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
        return working_days(day_of(start), self.n - self.is_clear, calendar)


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
        n, first = self.n - self.is_clear, day_of(start)
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
        first, sign = day_of(start), -1 if self.is_backward else 1
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
        at = in_beijing(start) + timedelta(hours=self.n)
        return Counted(statutory=at.date(), latest=at.date(), target=at.date(), at=at)


UNITS: dict[str, type[Span]] = {kind.unit: kind for kind in (WorkingDays, Days, Months, Hours)}


def _refuse_clear_forward(span: WorkingDays | Days) -> None:
    if span.is_clear and span.n >= 0:
        raise BadSpan(_("Clear days are for counting back from an event only."))
