"""Counting a span of time: where it ends, which days counted, which were passed over and why."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from renda.kernel.clock.days import DAY, Calendar

MARGIN = timedelta(days=9)  # the largest error of a guess, measured (calendar.md 5)


@dataclass(frozen=True)
class Counted:
    """The result of a count.

    `statutory` is the law's day, `latest` the last day on which it is still in time (民法典203),
    `target` the working day by which staff should have acted; `at` is set for hours only.
    `is_margin` says that nine days were taken off because the year's notice is not out.
    """

    statutory: date
    latest: date
    target: date
    at: datetime | None = None
    counted: tuple[tuple[date, int], ...] = ()
    skipped: tuple[tuple[date, str], ...] = ()
    is_provisional: bool = False
    is_margin: bool = False


def working_days(start: date, n: int, calendar: Calendar) -> Counted:
    """N working days after the start (before it when negative); the start itself is not counted.

    Days without a notice are taken so that the result is the earliest that may come true: going
    forward plain weeks end first, going back it is weeks less feasts (calendar.md 5.2).
    """
    guess = calendar if n < 0 else calendar.without_feasts()
    step, day, left = (-DAY if n < 0 else DAY), start, abs(n)
    counted: list[tuple[date, int]] = []
    skipped: list[tuple[date, str]] = []
    is_provisional = False
    while left > len(counted):
        day += step
        is_provisional |= not guess.is_published(day)
        if guess.is_working(day):
            counted.append((day, len(counted) + 1))
        else:
            skipped.append((day, guess.why_off(day)))
    is_margin = n < 0 and is_provisional and calendar.is_near_big_feast(day, start)
    if is_margin:
        day -= MARGIN
    return Counted(
        statutory=day,
        latest=day if n < 0 else guess.next_working(day),
        target=guess.previous_working(day),
        counted=tuple(counted),
        skipped=tuple(skipped),
        is_provisional=is_provisional,
        is_margin=is_margin,
    )


def ending_on(
    day: date, calendar: Calendar, *, is_backward: bool, counted: tuple[tuple[date, int], ...]
) -> Counted:
    """A count in calendar days or months that ends on this day.

    Going forward a day off moves the latest day to the next working day (民法典203); going back
    nothing is ever later, but the work is due on the working day before. Such a count needs no
    notice itself; only how far the latest day moves may hang on one.
    """
    guess = calendar.without_feasts()
    latest = day if is_backward else guess.next_working(day)
    passed = tuple(day + n * DAY for n in range((latest - day).days))
    return Counted(
        statutory=day,
        latest=latest,
        target=calendar.previous_working(day),
        counted=counted,
        skipped=tuple((off, guess.why_off(off)) for off in passed),
        is_provisional=not is_backward
        and not all(guess.is_published(touched) for touched in (*passed, latest)),
    )


def months_after(day: date, n: int) -> date:
    """The same day number n months on, or the month's last day when it has no such number."""
    year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
