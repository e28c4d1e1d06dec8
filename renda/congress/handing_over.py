"""What is open with somebody by the posts they hold: each domain says it of its own work.

Work belongs to a post, never to the person: whoever is given the post has it. What is the person's
own, a mandate and drafts not sent, is not handed over and is not asked for here.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.dateparse import parse_date

from renda.congress.models import Congress, Handover, Post
from renda.congress.roles import BodyKind
from renda.kernel.notices.hearing import titles
from renda.kernel.permits.actor import Actor, Held


@dataclass(frozen=True)
class OpenItem:
    """A matter that is open: what kind of thing, its number as the office writes it, its last day.

    Its title and address are those registered for notices (`hearing.register_titles`).
    """

    kind: str
    id: int
    number: str = ""
    due_on: date | None = None


@dataclass(frozen=True)
class Shown:
    """An open matter as a page shows it; without a title to whoever may not read it."""

    number: str
    due_on: date | None
    title: str = ""
    url: str = ""


@dataclass(frozen=True)
class Work:
    """The open matters of one domain."""

    name: Any
    items: Sequence[Any]


Opens = Callable[[Actor, Congress, Sequence[Post]], Iterable[OpenItem]]
_known: dict[str, tuple[Any, Opens]] = {}


def register(key: str, name: Any, open_items: Opens) -> None:
    """`open_items(actor, congress, posts)` gives what waits for these posts; `actor` is somebody
    who holds them and nothing else. Apps call it when they are ready."""
    _known[key] = (name, open_items)


def open_with(congress: Congress, posts: Sequence[Post]) -> list[tuple[str, OpenItem]]:
    """What is open with one person by these posts, by the key of the domain."""
    if not posts:
        return []
    held = frozenset(Held(post.role, place) for post in posts for place in _places(post))
    actor = Actor(posts[0].user, congress.pk, held)
    return [
        (key, item)
        for key, (_name, open_items) in _known.items()
        for item in open_items(actor, congress, posts)
    ]


def _places(post: Post) -> list[int]:
    """Who works in a section of an organ has the organ's work, as `posts.held_by` says."""
    body = post.body
    organ = body.parent_id if body.kind == BodyKind.SECTION else None
    return [body.pk, organ] if organ else [body.pk]


def kept(found: Iterable[tuple[str, OpenItem]]) -> list[list[Any]]:
    """As a handover keeps it."""
    return [
        [key, item.kind, item.id, item.number, item.due_on.isoformat() if item.due_on else ""]
        for key, item in found
    ]


def listed(handover: Handover, *, with_titles: bool) -> list[Work]:
    """What was open when it was handed over, by domain; titles as they are today."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for _key, kind, pk, _number, _due in handover.open_work:
        wanted[kind].add(pk)
    known = {kind: titles(kind, ids) for kind, ids in wanted.items()} if with_titles else {}
    by_key: dict[str, list[Shown]] = defaultdict(list)
    for key, kind, pk, number, due in handover.open_work:
        title, url = known.get(kind, {}).get(pk, ("", ""))
        title = title.removeprefix(number).strip()  # it has a column of its own
        by_key[key].append(Shown(number, parse_date(due) if due else None, title, url))
    return [Work(_name_of(key), items) for key, items in by_key.items()]


def by_domain(found: Iterable[tuple[str, OpenItem]]) -> list[Work]:
    """What is open now, by domain, without titles."""
    by_key: dict[str, list[OpenItem]] = defaultdict(list)
    for key, item in found:
        by_key[key].append(item)
    return [Work(_name_of(key), items) for key, items in by_key.items()]


def _name_of(key: str) -> Any:
    return _known[key][0] if key in _known else key
