"""The few words of a clock badge: how long is left, or how it ended."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from renda.kernel.clock.days import Calendar
from renda.kernel.clock.explain import said_day
from renda.kernel.clock.models import Deadline
from renda.kernel.clock.spans import WorkingDays

SOON_DAYS, SOON_WORKING_DAYS = 10, 5


@dataclass(frozen=True)
class Badge:
    """What the clock badge shows: a tone of the style sheet, an icon's name, and words."""

    tone: str
    icon: str
    text: str
    is_provisional: bool = False


def badge(
    deadline: Deadline, today: date, calendar: Calendar, now: datetime | None = None
) -> Badge:
    """The badge of a deadline today. With `now`, hours are told to the hour.

    Amber counts to the law's day, red begins after the latest one (build-notes 10).
    """
    if deadline.is_void:
        return Badge("", "clock", _("Taken back"))
    if deadline.stopped_on is not None:
        return _stopped(deadline, deadline.stopped_on)
    if deadline.at and now:
        return _hours(deadline, deadline.at, now)
    if today > deadline.latest_on:
        return _late((today - deadline.latest_on).days)
    return _running(deadline, today, calendar)


def _running(deadline: Deadline, today: date, calendar: Calendar) -> Badge:
    guess = deadline.is_provisional
    if today == deadline.latest_on:
        return Badge("t-soon", "soon", _("Due today"), guess)
    if today == deadline.statutory_on:
        words = _("Due today by law, at the latest on %(day)s")
        return Badge("t-soon", "soon", words % {"day": said_day(deadline.latest_on)}, guess)
    if today > deadline.statutory_on:
        words = _("The legal day has passed; at the latest on %(day)s")
        return Badge("t-soon", "soon", words % {"day": said_day(deadline.latest_on)}, guess)
    if isinstance(deadline.length, WorkingDays):
        n = calendar.working_days_between(today, deadline.statutory_on)
        text = ngettext("%(n)d working day left", "%(n)d working days left", n) % {"n": n}
        is_soon = n <= SOON_WORKING_DAYS
    else:
        n = (deadline.statutory_on - today).days
        text = ngettext("%(n)d day left", "%(n)d days left", n) % {"n": n}
        is_soon = n <= SOON_DAYS
    return Badge("t-soon" if is_soon else "", "soon" if is_soon else "clock", text, guess)


def _stopped(deadline: Deadline, on: date) -> Badge:
    late = (on - deadline.latest_on).days
    if late > 0:
        text = ngettext("Done %(n)d day late", "Done %(n)d days late", late) % {"n": late}
        return Badge("t-late", "late", text)
    n = abs((on - deadline.started_on).days)
    if n == 0:
        return Badge("t-ok", "done", _("In time, on the same day"))
    text = ngettext("In time, took %(n)d day", "In time, took %(n)d days", n) % {"n": n}
    return Badge("t-ok", "done", text)


def _hours(deadline: Deadline, at: datetime, now: datetime) -> Badge:
    hours = int((at - now).total_seconds() // 3600)
    if now > at:
        n = int((now - at).total_seconds() // 3600)
        if n >= 24:
            return _late(n // 24)
        text = ngettext("%(n)d hour overdue", "%(n)d hours overdue", n) % {"n": n}
        return Badge("t-late", "late", text)
    text = ngettext("%(n)d hour left", "%(n)d hours left", hours) % {"n": hours}
    return Badge("t-soon", "soon", text)


def _late(n: int) -> Badge:
    text = ngettext("%(n)d day overdue", "%(n)d days overdue", n) % {"n": n}
    return Badge("t-late", "late", text)
