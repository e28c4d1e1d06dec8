"""What the ids in events are called: accounts, mandates, bodies. Domains register how to ask."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from renda.kernel.trail.models import Event

Names = Callable[[Iterable[int]], dict[int, str]]
_names: dict[str, Names] = {}


def register(kind: str, names: Names) -> None:
    """`names` gives {id: name} for ids of this kind ("user", "mandate", "body")."""
    _names[kind] = names


def names_of(kind: str, ids: Iterable[int]) -> dict[int, str]:
    """The names of these ids of one kind."""
    wanted = list(ids)
    return _names[kind](wanted) if wanted and kind in _names else {}


def names_in(events: Iterable[Event]) -> dict[tuple[str, int], str]:
    """The names of everyone who appears in these events: one query a kind."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for event in events:
        if event.actor_id:
            wanted["user"].add(event.actor_id)
        if event.behalf_kind and event.behalf_id:
            wanted[event.behalf_kind].add(event.behalf_id)
    return {
        (kind, pk): name
        for kind, ids in wanted.items()
        if kind in _names
        for pk, name in _names[kind](ids).items()
    }
