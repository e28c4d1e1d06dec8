"""Marking notices as read or passed on. These are marks on one's own inbox, not steps."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from renda.kernel.moment import now
from renda.kernel.notices.models import Choice, Notice
from renda.kernel.notices.queries import to_print, visible_to
from renda.kernel.permits.actor import Actor


def mark_read(*, by: Actor, subject: tuple[str, int] | None = None) -> int:
    """Mark this person's notices as read: all of them, or those about one item."""
    rows = visible_to(by).filter(read_at=None)
    if subject:
        rows = rows.filter(subject_type=subject[0], subject_id=subject[1])
    return rows.update(read_at=now())


def mark_printed(*, by: Actor, ids: Iterable[int]) -> int:
    """The office has printed these and passed them on to people without an account."""
    return to_print(by.congress_id).filter(pk__in=list(ids)).update(printed_at=now())


def put_behind(moment: datetime) -> int:
    """What was told before this moment counts as read and passed on: history that was told anew,
    as the demo's is, need not be read by anyone."""
    return Notice.objects.filter(created_at__lt=moment).update(read_at=moment, printed_at=moment)


def choose(*, by: Actor, chosen: Mapping[str, Mapping[str, Any]]) -> None:
    """Keep how a person wants to be told outside: {channel: is_on, is_digest, address}. Theirs
    alone, so no event of the congress's."""
    for channel, said in chosen.items():
        Choice.objects.update_or_create(
            user_id=by.user_id or 0,
            congress_id=by.congress_id,
            channel=channel,
            defaults=dict(said),
        )
