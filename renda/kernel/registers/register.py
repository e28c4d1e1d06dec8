"""A register, declared once by its domain: who reads it, who keeps it, what its list shows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from renda.kernel.permits.actor import Actor
from renda.kernel.permits.who import Who

REGISTERS: dict[str, "Register"] = {}


@dataclass(frozen=True)
class Column:
    """A column of a register's list. `of` is an attribute ("body.name") or a function of the row.

    `is_desk` columns are left out on a phone; `is_title` is the one that opens the row.
    """

    label: Any
    of: str | Callable[[Any], Any]
    is_title: bool = False
    is_desk: bool = False

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


@dataclass(frozen=True)
class Register:
    """What a domain keeps.

    `rows(actor)` are the standing rows that this actor may see; they start from the congress.
    `action` is the prefix of its events: "congress.{}_term" gives `congress.add_term`,
    `congress.change_term`, `congress.withdraw_term`. `form` asks for a row (`forms.RowForm`);
    without one the domain has pages of its own; `verbs` names what it calls otherwise ({"add":
    "give"}). `adds(values, actor)` enters a new row if more is to be done than to save it;
    `changes(row, values, actor, seen, reason)` likewise. `checks(row, actor)` looks at what was
    just written, entered, changed, withdrawn or undone, and raises Refused: nothing is written
    then. `parts` is a template with more about a row (`row` and what `more(request, row)` gives).
    """

    key: str
    name: Any
    one: Any
    about: Any
    icon: str
    group: str
    model: Callable[[], Any]
    rows: Callable[[Actor], QuerySet[Any]]
    reads: Who
    writes: Who
    columns: Sequence[Column]
    action: str
    verbs: Mapping[str, str] = field(default_factory=dict)
    form: Any = None
    search: Sequence[str] = ()
    chips: Sequence[Chip] = ()
    order: Sequence[str] = ("pk",)
    adds: Callable[..., Any] | None = None
    changes: Callable[..., Any] | None = None
    checks: Callable[[Any, Actor], None] = field(default=lambda row, actor: None)
    can_add: bool = True
    can_withdraw: bool = True
    parts: str = ""
    more: Callable[..., dict[str, Any]] = field(default=lambda request, row: {})
    links: Callable[..., Sequence[Link]] = field(default=lambda actor, congress, row: ())
    list_links: Callable[..., Sequence[Link]] = field(default=lambda actor, congress: ())
    place: int = 50

    @property
    def actions(self) -> set[str]:
        """The actions that its events may have."""
        return {self.event(verb) for verb in ("add", "change", "withdraw")}

    def event(self, verb: str) -> str:
        """What the event of this verb ("add", "change", "withdraw") is called."""
        return self.action.format(self.verbs.get(verb, verb))

    def found(self, actor: Actor, word: str, chip: str) -> QuerySet[Any]:
        """The rows with this word, under this chip, in the register's order."""
        rows = self.rows(actor)
        for known in self.chips:
            if known.name == chip:
                rows = known.narrows(rows, actor)
        word = word.strip().replace("\x00", "")[:60]
        if word and self.search:
            asked = Q(pk__in=[])
            for name in self.search:
                asked |= Q(**{f"{name}__icontains": word})
            rows = rows.filter(asked)
        return rows.order_by(*self.order)


def add(register: Register) -> None:
    """Declare a register; apps call it when they are ready."""
    REGISTERS.setdefault(register.key, register)


def readable(key: str, actor: Actor) -> Register:
    """The register with this address. Raises Http404 for one that this actor may not know of."""
    register = REGISTERS.get(key)
    if register is None or not register.reads(actor):
        raise Http404
    return register


def writable(key: str, actor: Actor) -> Register:
    """The register, for whoever keeps it. Raises Http404 for anybody else."""
    register = readable(key, actor)
    if register.form is None or not register.writes(actor):
        raise Http404
    return register
