"""The rail: the few places of one's own work, on the left of a desk, at the foot of a phone."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from renda.kernel.pages.request import Request
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.who import Who


@dataclass(frozen=True)
class Entry:
    """A place in the rail, for whom, with how many things waiting there."""

    label: Any
    icon: str
    url_name: str
    to: Who
    count: Callable[[Actor], int] | None = None
    order: int = 50
    is_desk_only: bool = False


@dataclass(frozen=True)
class Place:
    """An entry as one page shows it."""

    label: str
    icon: str
    url: str
    count: int | None
    is_current: bool
    is_desk_only: bool


_entries: list[Entry] = []


def add(entry: Entry) -> None:
    """Offer a place; apps call it when they are ready."""
    if entry not in _entries:
        _entries.append(entry)
        _entries.sort(key=lambda e: e.order)


def places(request: Request) -> list[Place]:
    """The rail of this person in this congress; empty for citizens."""
    actor, congress = request.actor, request.congress
    if congress is None or actor.user is None:
        return []
    offered = [
        (entry, reverse(entry.url_name, args=[congress.slug]))
        for entry in _entries
        if entry.to(actor)
    ]
    here = max(
        (url for _entry, url in offered if request.path.startswith(url)), default="", key=len
    )
    return [
        Place(
            label=str(entry.label),
            icon=entry.icon,
            url=url,
            count=entry.count(actor) if entry.count else None,
            is_current=url == here,
            is_desk_only=entry.is_desk_only,
        )
        for entry, url in offered
    ]
