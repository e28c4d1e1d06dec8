"""A length of time by the law."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar, Self

from django.utils.translation import gettext as _

from renda.kernel.clock.counting import Counted
from renda.kernel.clock.days import Calendar
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


def in_beijing(moment: datetime) -> datetime:
    """A moment by the clock of Beijing."""
    return moment.astimezone(BEIJING) if moment.tzinfo else moment.replace(tzinfo=BEIJING)


def day_of(start: date | datetime) -> date:
    """The day of a start that may be a moment."""
    return in_beijing(start).date() if isinstance(start, datetime) else start
