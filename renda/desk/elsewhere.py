"""One's desks in other congresses: what one holds in each, and what waits there.

Reading needs no switching: everything is on one page, and each line leads to where it is done.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from renda.congress.belonging import Holding, holdings_of
from renda.congress.models import Congress
from renda.deputies.queries import workplaces
from renda.kernel.moment import today
from renda.kernel.notices.models import Notice
from renda.kernel.permits.actor import Actor, load
from renda.suggestions.waiting import waiting_count


@dataclass(frozen=True)
class Place:
    """A congress where the person works: what they are there, how much waits, how much is new."""

    congress: Congress
    held: Sequence[Holding]
    waiting: int
    unread: int
    is_here: bool


def places(actor: Actor) -> list[Place]:
    """Everywhere this person works, from the top; nothing for whoever works in one congress only.
    What is asked grows with the congresses, never with what waits."""
    mine, user_id = workplaces(actor.user_id), actor.user_id
    if len(mine) < 2 or user_id is None:
        return []
    day = today()
    held = [h for h in holdings_of([user_id])[user_id] if h.is_held_on(day)]
    new = _unread(user_id)
    return [
        Place(
            congress=congress,
            held=[h for h in held if h.congress_id == congress.pk],
            waiting=waiting_count(_as_in(actor, congress)),
            unread=new.get(congress.pk, 0),
            is_here=congress.pk == actor.congress_id,
        )
        for congress in mine
    ]


def _as_in(actor: Actor, congress: Congress) -> Actor:
    return actor if congress.pk == actor.congress_id else load(actor.user, congress)


def _unread(user_id: int) -> dict[int, int]:
    rows = Notice.objects.filter(user_id=user_id, read_at=None).order_by()
    return dict(rows.values_list("congress_id").annotate(Count("pk")))
