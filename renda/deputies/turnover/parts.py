"""Parts of a change of term: items, the answers to each, and what is done on the day."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from renda.deputies.models import TermChange
from renda.kernel.permits.who import Who

Answers = Mapping[str, str]


@dataclass(frozen=True)
class Item:
    """One thing that goes on, ends, or is handed to somebody: a seat, a post, a suggestion.

    `answers` are pairs of value and label, `usual` the one that holds by itself, `why` says why.
    """

    key: str
    title: str
    answers: tuple[tuple[str, Any], ...]
    usual: str
    note: str = ""
    why: str = ""
    url: str = ""


@dataclass(frozen=True)
class Group:
    """Items under one heading: the members of one body."""

    heading: str
    items: list[Item]


@dataclass(frozen=True)
class Part:
    """One kind of thing that a change of term decides.

    `carry` does on the day what was answered; `locks` gives the rows it will change, so that they
    are locked before the first event is written; `fault` says why the answers cannot stand.
    `to` is who decides, and who may see what the items say.
    """

    key: str
    name: Any
    about: Any
    place: int
    to: Who
    groups: Callable[[TermChange], list[Group]]
    carry: Callable[[TermChange, Answers], None]
    locks: Callable[[TermChange], Iterable[QuerySet[Any]]] = field(default=lambda change: ())
    fault: Callable[[TermChange, Answers], str] = field(default=lambda change, answers: "")


PARTS: dict[str, Part] = {}


def add(part: Part) -> None:
    """Declare a part; apps call it when they are ready."""
    PARTS.setdefault(part.key, part)


def in_order() -> list[Part]:
    """The parts as the guided pages ask them."""
    return sorted(PARTS.values(), key=lambda part: part.place)


def items_of(part: Part, change: TermChange) -> list[Item]:
    """All its items, whatever heading they stand under."""
    return [item for group in part.groups(change) for item in group.items]


def answers_to(part: Part, change: TermChange, items: Iterable[Item]) -> dict[str, str]:
    """The answer that holds for each item: the confirmed one while it can still be given, else the
    usual one."""
    given = change.answers.get(part.key, {})
    return {
        item.key: given[item.key]
        if given.get(item.key) in {value for value, _label in item.answers}
        else item.usual
        for item in items
    }


def is_settled(part: Part, change: TermChange) -> bool:
    """Whether somebody has looked at this part and confirmed it."""
    return part.key in change.answers
