"""The occasion of a step: who acts, when it happened, on whose behalf, why it is entered now."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.kernel.clock.calendars import calendar_of
from renda.kernel.clock.explain import said_day
from renda.kernel.clock.rules import Local, rules_of
from renda.kernel.clock.spans import Days
from renda.kernel.lifecycle.models import Correction, Taken
from renda.kernel.moment import now, today
from renda.kernel.permits.actor import Actor, the_system
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.record import Behalf

BACKDATING = Local(
    "lifecycle.backdating",
    usual=Days(14),
    least=Days(0),
    most=Days(90),
    says=gettext_lazy("How far back a step may be dated"),
)


@dataclass(frozen=True)
class Occasion:
    """What a step's body may know about its taking. `row` is what its entries hang on."""

    by: Actor
    at: datetime
    reason: str
    behalf: Behalf | None
    paper: Any
    row: Taken

    @property
    def system(self) -> Actor:
        """The system, for what follows from the step."""
        return the_system(self.row.congress_id)

    @property
    def on(self) -> date:
        """The day it happened, in Beijing time."""
        return localdate(self.at)


def happened_at(subject: Any, on: date | None, *, reason: str, for_another: bool) -> datetime:
    """When a step counts as taken: now, or an earlier day with a reason, never a later one.

    The 交办会 was on Friday and the clerk types on Monday (office.md E13). Raises Refused when the
    day is in the future, before the step it follows, too far back, or without a reason.
    """
    moment = now()
    day = today()
    if on is None or on == day:
        return moment
    if on > day:
        raise Refused(_("A step cannot be dated later than today."))
    if not reason and not for_another:
        raise Refused(_("Say why the step is dated earlier."))
    calendar = calendar_of(subject.congress_id)
    back = BACKDATING.span(rules_of(subject.congress_id))
    counted = back.count(on, calendar)
    if counted.latest < day:
        raise Refused(
            _("This day is too far back. A step may be dated back by %(span)s at most.")
            % {"span": back.words()}
        )
    last = (
        Taken.objects.filter(
            subject_type=subject._meta.label_lower, subject_id=subject.pk, is_taken_back=False
        )
        .exclude(pk__in=Correction.objects.values("taken_id"))  # today's 更正 precedes nothing
        .order_by("-id")
        .first()
    )
    at = datetime.combine(on, time(12), tzinfo=moment.tzinfo)
    if last and last.at.astimezone(moment.tzinfo).date() > on:
        raise Refused(
            _("This day is before the step it follows, which was on %(day)s.")
            % {"day": said_day(last.at.astimezone(moment.tzinfo).date())}
        )
    return max(at, last.at + timedelta(microseconds=1)) if last else at
