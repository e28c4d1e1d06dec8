"""What a clock is, and when it starts, again too."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from renda.kernel.clock.calendars import calendar_of
from renda.kernel.clock.models import Deadline
from renda.kernel.clock.models.deadline import label_of
from renda.kernel.clock.rules import Local, rules_of
from renda.kernel.clock.running.rows import ends
from renda.kernel.clock.running.stopping import stop
from renda.kernel.clock.spans import Hours, Span

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
        **ends(span.count(start_at or first, calendar_of(subject.congress_id))),
        **given,
    )
