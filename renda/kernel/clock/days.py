"""A calendar: which days are working days, and why the others are not."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from django.utils.translation import gettext as _

from renda.kernel.clock.feasts import BIG, said

DAY = timedelta(days=1)
# How far from a big feast its days off may reach: with five, no guess near one was late when each
# year from 2008 to 2026 was hidden in turn.
NEAR = timedelta(days=5)


@dataclass(frozen=True)
class Calendar:
    """The days that differ from Monday to Friday, for the years whose notice is published.

    `feasts` are what a year without a notice is guessed by. Local days are among `off` and `work`.
    """

    off: Mapping[date, str] = field(default_factory=dict)
    work: Mapping[date, str] = field(default_factory=dict)
    published: frozenset[int] = frozenset()
    feasts: Mapping[date, str] = field(default_factory=dict)

    def is_working(self, day: date) -> bool:
        """Whether people work that day; in a year without a notice, as far as can be guessed."""
        if day in self.off or day in self.work:
            return day not in self.off
        return day.weekday() < 5 and not self._is_feast(day)

    def is_published(self, day: date) -> bool:
        """Whether the notice for this day is out. The last days of December also hang on the next
        year's notice: that of 2019 made Monday 31 December 2018 a day off."""
        if (day.month, day.day) >= (12, 29) and day.year + 1 not in self.published:
            return False
        return day.year in self.published

    def why_off(self, day: date, *, is_short: bool = False) -> str:
        """The holiday's name or the weekend day, for the reader; nothing for a working day."""
        if self.is_working(day):
            return ""
        if day in self.off:
            return said(self.off[day], is_short=is_short)
        if self._is_feast(day):
            return said(self.feasts[day])
        return _("Saturday") if day.weekday() == 5 else _("Sunday")

    def is_moved_work(self, day: date) -> bool:
        """Whether this is a Saturday or Sunday on which people work (调休)."""
        return day in self.work and day.weekday() >= 5

    def next_working(self, day: date) -> date:
        """This day if people work on it, else the first one after it on which they do."""
        while not self.is_working(day):
            day += DAY
        return day

    def previous_working(self, day: date) -> date:
        """This day if people work on it, else the last one before it on which they do."""
        while not self.is_working(day):
            day -= DAY
        return day

    def working_days_between(self, after: date, until: date) -> int:
        """How many working days there are after one day, up to and with another."""
        return sum(self.is_working(after + n * DAY) for n in range(1, (until - after).days + 1))

    def is_near_big_feast(self, first: date, last: date) -> bool:
        """Whether these days touch a big feast, or the days off beside it, without a notice."""
        return any(
            name in BIG and self._is_feast(day) and first - NEAR <= day <= last + NEAR
            for day, name in self.feasts.items()
        )

    def without_feasts(self) -> "Calendar":
        """The plain guess: years without a notice have weekends and nothing else."""
        return replace(self, feasts={})

    def _is_feast(self, day: date) -> bool:
        return day in self.feasts and day.year not in self.published
