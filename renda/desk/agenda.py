"""What waits, laid out: the first thing, then the rest by whose work it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.suggestions.naming import short_number
from renda.suggestions.queries import address
from renda.suggestions.states import SuggestionState as at
from renda.suggestions.waiting import Task

SHOWN = 8
_WHOSE = {
    "deputy": gettext_lazy("Yours as a deputy"),
    "assistant": gettext_lazy("Drafts for the deputy you assist"),
    "office": gettext_lazy("For the office"),
    "organ": gettext_lazy("For your organ"),
}


@dataclass(frozen=True)
class Item:
    """A thing to do as the desk shows it."""

    task: Task
    number: str
    url: str


@dataclass(frozen=True)
class Group:
    """What waits for the same part of a person's work; `folded` opens on request."""

    name: str
    label: Any
    shown: list[Item]
    folded: list[Item]

    @property
    def count(self) -> int:
        """How many."""
        return len(self.shown) + len(self.folded)


def item(task: Task) -> Item:
    """With its number, and where it is done: a draft opens to be written."""
    suggestion = task.suggestion
    url = address(suggestion)
    is_writing = task.is_mine_as in ("deputy", "assistant")
    if is_writing and suggestion.state in (at.DRAFT, at.RETURNED):
        url = reverse("suggestions:edit", args=[suggestion.congress.slug, suggestion.pk])
    return Item(task, short_number(suggestion), url)


def grouped(tasks: Iterable[Task]) -> list[Group]:
    """By whose work it is, each group with the most urgent first."""
    items = [item(task) for task in tasks]
    groups = []
    for name, label in _WHOSE.items():
        mine = [i for i in items if i.task.is_mine_as == name]
        if mine:
            groups.append(Group(name, label, mine[:SHOWN], mine[SHOWN:]))
    return groups


def greeting(moment: datetime, name: str) -> str:
    """By the time of day."""
    if 5 <= moment.hour < 12:
        return _("Good morning, %(name)s.") % {"name": name}
    if 12 <= moment.hour < 18:
        return _("Good afternoon, %(name)s.") % {"name": name}
    return _("Good evening, %(name)s.") % {"name": name}
