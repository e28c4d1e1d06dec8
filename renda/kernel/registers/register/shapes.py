"""What a register shows: columns, values, filters, links."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from renda.kernel.permits.actor import Actor


class Telephone(str):
    """A number that a phone can call: the page makes a link of it."""

    __slots__ = ()

    @property
    def tel(self) -> str:
        """The number as a link dials it: the first of several, without an extension."""
        first = re.split(r"[,，;；、/转]", self, maxsplit=1)[0]
        return "".join(c for c in first if c in "+0123456789")


@dataclass(frozen=True)
class Mark:
    """A value that is shown as a badge: its words, and how it is toned (`t-ok`, `t-soon`)."""

    text: Any
    tone: str = ""
    icon: str = ""

    def __str__(self) -> str:
        return str(self.text)


@dataclass(frozen=True)
class Column:
    """A column of a register's list. `of` is an attribute ("body.name") or a function of the row,
    which may give a badge (something with `text`, `tone` and `icon`).

    `is_desk` columns are left out on a phone; `is_title` is the one that opens the row; `is_name`
    holds names of people, where two characters take the room of three.
    """

    label: Any
    of: str | Callable[[Any], Any]
    is_title: bool = False
    is_desk: bool = False
    is_name: bool = False

    def value(self, row: Any) -> Any:
        """What stands in the cell."""
        if callable(self.of):
            return self.of(row)
        found = row
        for name in self.of.split("."):
            found = getattr(found, name) if found is not None else None
        return found() if callable(found) else found


@dataclass(frozen=True)
class Chip:
    """A saved filter of a list: `narrows(rows, actor)`."""

    name: str
    label: Any
    narrows: Callable[[QuerySet[Any], Actor], QuerySet[Any]]


@dataclass(frozen=True)
class Link:
    """An act or page of the domain's own that the page of a row, or the list, offers."""

    label: Any
    url: str
    icon: str = "next"
