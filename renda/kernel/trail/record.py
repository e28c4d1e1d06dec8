"""Writing to the trail: always inside a transaction, always as its last lock."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models, transaction

from renda.kernel.moment import now
from renda.kernel.trail.models import Chain, Event, Words, salted


@dataclass(frozen=True)
class Behalf:
    """Who really acted, when a clerk registers a paper for them (代录)."""

    kind: str
    id: int
    said: str = ""  # the name signed on the paper; kept with the erasable words


def record(
    subject: models.Model,
    action: str,
    *,
    congress_id: int,
    actor_id: int | None,
    at: datetime | None = None,
    version: int = 0,
    behalf: Behalf | None = None,
    before: str = "",
    after: str = "",
    said: dict[str, Any] | None = None,
) -> Event:
    """Add one event to the congress's chain and return it.

    `said` holds the words that belong to it; empty ones are left out. The head of the chain is
    locked until commit, so call this after every other lock is held (number, then chain).
    """
    assert transaction.get_connection().in_atomic_block, "an event belongs to a transaction"
    recorded_at = now()
    event = Event(
        congress_id=congress_id,
        at=at or recorded_at,
        recorded_at=recorded_at,
        actor_id=actor_id,
        behalf_kind=behalf.kind if behalf else "",
        behalf_id=behalf.id if behalf else None,
        action=action,
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
        version=version,
        before=before,
        after=after,
    )
    words = {key: value for key, value in (said or {}).items() if value not in ("", None)}
    if behalf and behalf.said:
        words["signed_by"] = behalf.said
    return _append(event, words)


def _append(event: Event, words: dict[str, Any]) -> Event:
    """Put it behind the head of its congress's chain, which stays locked until commit."""
    salt = secrets.token_hex(16)
    Chain.objects.get_or_create(congress_id=event.congress_id)
    chain = Chain.objects.select_for_update().get(congress_id=event.congress_id)
    event.seq, event.prev = chain.seq + 1, chain.head
    event.words_hash = salted(salt, words) if words else ""
    event.hash = event.digest()
    event.save(force_insert=True)
    if words:
        Words.objects.create(event=event, salt=salt, said=words)
    Chain.objects.filter(congress_id=event.congress_id).update(seq=event.seq, head=event.hash)
    return event


def erase_words(event: Event, *, actor_id: int | None) -> Event:
    """Erase what was said with an event (PIPL 47); the trail keeps that it was said, and by which
    event it was erased."""
    Words.objects.filter(event=event).delete()
    return record(event, "trail.erase_words", congress_id=event.congress_id, actor_id=actor_id)
