"""What passes to a successor when an organ is merged or split: domains above register their work.

A reform (机构改革) ends an organ in the middle of what it was handling. Congresses know nothing of
suggestions; whoever keeps open work at organs says here what is open and how it is passed on.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext as _

from renda.congress.models import Body
from renda.kernel.permits.actor import Actor


@dataclass(frozen=True)
class Item:
    """Something open at a body: its key in its domain, its number, what it is called and where it
    opens. Without an address it is shown to somebody who may not read it."""

    pk: int
    body_id: int
    number: str
    title: str
    url: str


@dataclass(frozen=True)
class Passing:
    """From which body to which, for which items, by whose reform and in which words."""

    old: Body
    new: Body
    only: frozenset[int]
    by: Actor | None
    reason: str


@dataclass(frozen=True)
class Work:
    """A kind of work. `open_at(bodies)` reads what is open at these bodies; `hold(bodies)` locks
    it until commit, before any event is written; `pass_on` passes items and says how many;
    `reads(actor, items)` gives the keys of those that somebody may read. What no organ can have
    (a judgement in a deputy's place) is never passed on: its body does not end before."""

    key: str
    label: Any
    open_at: Callable[[Iterable[int]], Sequence[Item]]
    reads: Callable[[Actor, Sequence[Item]], Collection[int]]
    hold: Callable[[Iterable[int]], object] = field(default=lambda bodies: None)
    pass_on: Callable[[Passing], int] = field(default=lambda passing: 0)


KINDS: dict[str, Work] = {}


def register(work: Work) -> None:
    """Say what is open at bodies; apps call it when they are ready."""
    KINDS.setdefault(work.key, work)


def open_at(bodies: Iterable[int]) -> list[tuple[Work, list[Item]]]:
    """What is open at these bodies, kind by kind, empty kinds left out."""
    ids = list(bodies)
    found = [(work, list(work.open_at(ids))) for work in KINDS.values()]
    return [(work, items) for work, items in found if items]


def shown_at(bodies: Iterable[int], actor: Actor) -> list[tuple[Work, list[Item]]]:
    """The same for a page: whoever keeps organs and may not read a matter sees its number."""
    return [(work, _shown(work, items, actor)) for work, items in open_at(bodies)]


def _shown(work: Work, items: list[Item], actor: Actor) -> list[Item]:
    read = work.reads(actor, items)
    return [
        item if item.pk in read else replace(item, title=item.number or _("no number"), url="")
        for item in items
    ]
