"""What passes to a successor when an organ is merged or split: domains above register their work.

A reform (机构改革) ends an organ in the middle of what it was handling. Congresses know nothing of
suggestions; whoever keeps open work at organs says here what is open and how it is passed on.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from renda.congress.models import Body
from renda.kernel.permits.actor import Actor


@dataclass(frozen=True)
class Item:
    """Something open at a body: its key in its domain, what it is called, where it opens."""

    pk: int
    body_id: int
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
    it until commit, before any event is written; `pass_on` passes items and says how many."""

    key: str
    label: Any
    open_at: Callable[[Iterable[int]], Sequence[Item]]
    hold: Callable[[Iterable[int]], object]
    pass_on: Callable[[Passing], int]


KINDS: dict[str, Work] = {}


def register(work: Work) -> None:
    """Say what is open at bodies; apps call it when they are ready."""
    KINDS.setdefault(work.key, work)


def open_at(bodies: Iterable[int]) -> list[tuple[Work, list[Item]]]:
    """What is open at these bodies, kind by kind, empty kinds left out."""
    ids = list(bodies)
    found = [(work, list(work.open_at(ids))) for work in KINDS.values()]
    return [(work, items) for work, items in found if items]
