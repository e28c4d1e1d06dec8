"""Writing notices in the step's transaction, and delivering each of them once.

A process killed between COMMIT and a later call would tell nobody (build-notes A2), so nothing is
sent after the commit: the row is part of it, and the worker finds it whenever it comes back.
"""

from collections.abc import Iterable
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext_noop

from renda.kernel.moment import now
from renda.kernel.notices.channels import is_switched_on
from renda.kernel.notices.hearing import Reader, acted_for, hears
from renda.kernel.notices.hours import next_moment
from renda.kernel.notices.models import Addressed, Choice, Delivery, Notice, Outbox
from renda.kernel.trail.models import Event

UNDONE = gettext_noop("The last step on %(item)s was taken back.")
REGISTERED = gettext_noop("The office registered a step for you on %(item)s.")


def tell(event: Event, subject: Any, *, of: str = "") -> None:
    """Put a notice for everyone who hears of this event into the outbox, but not its actor.

    `of` names another row of the table than the event's action, such as one clock's reminder.
    """
    told: dict[Reader, str] = {}
    # A paper's beginning is told by the step it was registered with.
    if event.behalf_kind and event.behalf_id and event.before:
        told.update(dict.fromkeys(acted_for(event.behalf_kind, event.behalf_id), REGISTERED))
    for audience, sentence in hears(of or event.action).items():
        for reader in audience(subject):
            told.setdefault(reader, sentence)
    _put(event, told)


def tell_undone(event: Event, undone: Iterable[int]) -> None:
    """Tell everyone who had heard of these events that the step was undone: who stood behind a
    paper and the organs it was handed to as well, though they may no longer be asked for."""
    ids = list(undone)
    # The outbox first: what the worker moves meanwhile is then seen twice, never missed.
    heard = [*Outbox.objects.filter(event_id__in=ids), *Notice.objects.filter(event_id__in=ids)]
    readers = (Reader(r.reader_kind, r.reader_id, r.user_id, r.reader_name) for r in heard)
    _put(event, dict.fromkeys(readers, UNDONE))


def _put(event: Event, told: dict[Reader, str]) -> None:
    rows: dict[tuple[str, int | None], Outbox] = {}
    for reader, sentence in told.items():
        if reader.user_id is not None and reader.user_id == event.actor_id:
            continue
        kind, pk = reader.key
        rows.setdefault(
            (kind, pk),
            Outbox(
                congress_id=event.congress_id,
                event_id=event.pk,
                action=event.action,
                subject_type=event.subject_type,
                subject_id=event.subject_id,
                sentence=sentence,
                reader_kind=kind,
                reader_id=pk,
                reader_name="" if reader.user_id else reader.name,
                user_id=reader.user_id,
                created_at=event.recorded_at,
            ),
        )
    Outbox.objects.bulk_create(rows.values())


@transaction.atomic
def deliver(limit: int = 200) -> int:
    """Turn waiting rows into notices; returns how many.

    The notice and the end of its waiting are one commit: killed in between, nothing is lost and
    nothing is doubled. Two workers skip each other's rows.
    """
    skip = connection.features.has_select_for_update_skip_locked
    waiting = list(Outbox.objects.select_for_update(skip_locked=skip).order_by("id")[:limit])
    Notice.objects.bulk_create((Notice(**_copied(row)) for row in waiting), ignore_conflicts=True)
    Delivery.objects.bulk_create(_outside(waiting), ignore_conflicts=True)
    Outbox.objects.filter(pk__in=[row.pk for row in waiting]).delete()
    return len(waiting)


def _outside(waiting: list[Outbox]) -> list[Delivery]:
    """What also leaves the house, by each reader's own choice: one query for all of them."""
    users = {row.user_id for row in waiting if row.user_id is not None}
    chosen: dict[tuple[int, int], list[Choice]] = {}
    for choice in Choice.objects.filter(user_id__in=users, is_on=True):
        if is_switched_on(choice.channel):
            chosen.setdefault((choice.user_id, choice.congress_id), []).append(choice)
    moment = now()
    return [
        Delivery(
            **_copied(row),
            channel=choice.channel,
            address=choice.address,
            due_at=next_moment(row.congress_id, moment, is_digest=choice.is_digest),
        )
        for row in waiting
        if row.user_id is not None
        for choice in chosen.get((row.user_id, row.congress_id), ())
    ]


def _copied(row: Addressed) -> dict[str, Any]:
    return {f.attname: getattr(row, f.attname) for f in Addressed._meta.fields}


def oldest_waiting_minutes() -> float:
    """How long the oldest undelivered notice has waited; the health page asks."""
    first = Outbox.objects.order_by("id").first()
    return (now() - first.created_at).total_seconds() / 60 if first else 0.0
