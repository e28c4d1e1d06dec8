"""The end of a taking: what follows by itself, then number, what a body wants written elsewhere,
events and notices, in this order."""

from collections.abc import Callable
from typing import Any

from renda.kernel.lifecycle.opened import Opened, Pending
from renda.kernel.lifecycle.registry import life_of
from renda.kernel.notices.outbox import tell
from renda.kernel.numbers.models import take as take_number
from renda.kernel.permits.actor import the_system
from renda.kernel.trail.models import Event
from renda.kernel.trail.record import record

Take = Callable[..., Any]


def close(here: Opened, subject: Any, take: Take) -> None:
    """Finish the outermost taking; the transaction commits after it. `take` takes what follows."""
    whole = here.whole_of(subject)
    settle(whole, take)
    if subject is not whole:
        settle(subject, take)
    for entry in here.pending:
        _number(entry)
    for does in here.last:
        does()
    events = [_write(here, entry) for entry in here.pending]
    for event, entry in zip(events, here.pending, strict=True):
        tell(event, entry.subject)


def settle(subject: Any, take: Take) -> None:
    """Take the automatic steps whose facts hold, until none is left."""
    life = life_of(subject)
    system = the_system(subject.congress_id)
    for _round in range(len(life.steps)):
        follows = next((s for s in life.automatic() if s.refusal(subject, system) is None), None)
        if follows is None:
            return
        take(follows, subject, by=system)


def _number(entry: Pending) -> None:
    """Give the number, if this step gives one and the item has none from an earlier acceptance."""
    subject = entry.subject
    if entry.series and subject.number is None:
        subject.number = take_number(congress_id=subject.congress_id, key=entry.series(subject))
        subject.save(update_fields=["number"])


def _write(here: Opened, entry: Pending) -> Event:
    row, root = entry.row, here.pending[0].row
    event = record(
        entry.subject,
        entry.action,
        congress_id=row.congress_id,
        actor_id=row.actor_id,
        at=row.at,
        version=entry.version,
        behalf=entry.behalf,
        before=entry.before,
        after=entry.after,
        said=entry.said,
    )
    row.event_id = event.pk
    row.version = entry.subject.version
    row.whole_version = here.whole_of(entry.subject).version
    if row is not root and row.within is None:
        row.within = root
    row.save(update_fields=["event_id", "version", "whole_version", "within", "was"])
    return event
