"""Clocks: they run while their subject rests in certain states, and keep the law of their start.

A row is never changed to another date: an extension, a restart or a recount writes a new row that
replaces the old one, which stays to be read. Callers hold the subject's row lock.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from renda.kernel.clock.calendars import calendar_of
from renda.kernel.clock.counting import Counted
from renda.kernel.clock.models import Deadline
from renda.kernel.clock.models.deadline import label_of
from renda.kernel.clock.rules import Local, rules_of
from renda.kernel.clock.spans import BadSpan, Hours, Span
from renda.kernel.permits.refusal import Refused

_KEPT = (
    "congress_id",
    "subject_type",
    "subject_id",
    "name",
    "span",
    "cites",
    "started_on",
    "started_at",
    "started_by",
)

Lasts = Span | Local | Callable[[Any], Span | Local | None]


@dataclass(frozen=True)
class Clock:
    """A legal clock. `lasts` is the law's span, a local rule, or asks the subject for one; a
    subject to which the clock does not apply (an assisting organ owes no reply) answers None.

    `starts` gives another start than the day of the step: a reply has three months from the day
    of assignment (代表法51.2), whenever the organ signed for it.
    """

    name: str
    states: tuple[str, ...]
    lasts: Lasts
    cites: str
    says: Any
    starts: Callable[[Any], date] | None = None

    def span(self, subject: Any) -> Span | None:
        """How long this subject has, by the law or by its congress's rule; None: no limit."""
        lasts = self.lasts(subject) if callable(self.lasts) else self.lasts
        return lasts.span(rules_of(subject.congress_id)) if isinstance(lasts, Local) else lasts

    def follow(
        self,
        subject: Any,
        before: str | None,
        after: str | None,
        *,
        on: date,
        moment: datetime,
        taken_id: int | None,
    ) -> Deadline | None:
        """Start when the subject comes into the clock's states, stop when it leaves them."""
        was, is_now = before in self.states, after in self.states
        if was and not is_now:
            stop(subject, self.name, on=on, taken_id=taken_id)
        if is_now and not was:
            return start(subject, self, on=on, moment=moment, taken_id=taken_id)
        return None


def start(
    subject: Any, clock: Clock, *, on: date, moment: datetime | None = None, taken_id: int | None
) -> Deadline | None:
    """Start a clock for a subject, on the day of the step or on the clock's own."""
    return _begin(subject, clock, on, moment, started_by=taken_id)


def stop(subject: Any, name: str, *, on: date, taken_id: int | None) -> None:
    """Stop the subject's running clock of this name, if there is one."""
    running = Deadline.objects.of(subject).named(name).running()
    running.update(stopped_on=on, stopped_by=taken_id)


def restart(
    subject: Any,
    clock: Clock,
    *,
    on: date,
    reason: str,
    taken_id: int | None,
    moment: datetime | None = None,
) -> Deadline | None:
    """Start the clock anew from this day; the row that ran until now is kept and pointed to."""
    old = Deadline.objects.of(subject).named(clock.name).running().first()
    stop(subject, clock.name, on=on, taken_id=taken_id)
    return _begin(
        subject, clock, on, moment, started_by=taken_id, replaces=old, reason=reason, anew=True
    )


def extend(
    deadline: Deadline,
    *,
    on: date,
    reason: str,
    taken_id: int | None,
    to: Span | None = None,
    by: Span | None = None,
    cites: str | None = None,
) -> Deadline:
    """Give more time: `to` a whole span from the first start, or `by` some more of the same unit.

    It is always counted from the first start, so three months extended to six end where six do.
    Raises Refused when the clock no longer runs or would end earlier.
    """
    if not deadline.is_running:
        raise Refused(_("This time limit is no longer running."))
    try:
        span = to or deadline.length + (by or type(deadline.length)(0))
    except BadSpan as fault:
        raise Refused(str(fault)) from fault
    counted = _count(deadline, span)
    if (counted.at or counted.latest) <= (deadline.at or deadline.latest_on):
        raise Refused(_("An extension must end later than the time limit it replaces."))
    return replace(
        deadline,
        counted,
        span=str(span),
        cites=cites or deadline.cites,
        reason=reason,
        started_by=taken_id,
        stopped_on=on,
        stopped_by=taken_id,
    )


def replace(
    old: Deadline,
    counted: Counted,
    *,
    stopped_on: date,
    stopped_by: int | None = None,
    **changed: Any,
) -> Deadline:
    """Stop a row and put another in its place, alike but for the count and what else is named."""
    Deadline.objects.filter(pk=old.pk).update(stopped_on=stopped_on, stopped_by=stopped_by)
    alike = {name: getattr(old, name) for name in _KEPT}
    return Deadline.objects.create(**{**alike, **changed, **_ends(counted)}, replaces=old)


def undo(taken_id: int) -> None:
    """Take back what a step did to clocks: void what it started, run again what it stopped."""
    Deadline.objects.filter(started_by=taken_id, is_void=False).update(is_void=True)
    Deadline.objects.filter(stopped_by=taken_id, is_void=False).update(
        stopped_on=None, stopped_by=None
    )


def _begin(
    subject: Any,
    clock: Clock,
    on: date,
    moment: datetime | None,
    *,
    anew: bool = False,
    **given: Any,
) -> Deadline | None:
    span = clock.span(subject)
    if span is None:
        return None
    first = clock.starts(subject) if clock.starts and not anew else on
    start_at = moment if isinstance(span, Hours) else None
    return Deadline.objects.create(
        congress_id=subject.congress_id,
        subject_type=label_of(subject),
        subject_id=subject.pk,
        name=clock.name,
        span=str(span),
        cites=clock.cites,
        started_on=first,
        started_at=start_at,
        **_ends(span.count(start_at or first, calendar_of(subject.congress_id))),
        **given,
    )


def _count(deadline: Deadline, span: Span) -> Counted:
    calendar = calendar_of(deadline.congress_id)
    return span.count(deadline.started_at or deadline.started_on, calendar)


def _ends(counted: Counted) -> dict[str, Any]:
    return {
        "statutory_on": counted.statutory,
        "latest_on": counted.latest,
        "at": counted.at,
        "is_provisional": counted.is_provisional,
    }
