"""A register as its domain declares it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet

from renda.kernel.permits.actor import Actor
from renda.kernel.permits.who import Who
from renda.kernel.registers.models import also_void
from renda.kernel.registers.register.shapes import Chip, Column, Link

WITHDRAWN = "withdrawn"  # the filter that shows what was entered by mistake


@dataclass(frozen=True)
class Register:
    """What a domain keeps.

    `rows(actor)` are the standing rows that this actor may see; they start from the congress.
    `action` is the prefix of its events: "congress.{}_term" gives `congress.add_term`,
    `congress.change_term`, `congress.withdraw_term`. `form` asks for a row (`forms.RowForm`);
    without one the domain has pages of its own; `verbs` names what it calls otherwise ({"add":
    "give"}). `adds(values, actor)` enters a new row if more is
    to be done than to save it; `changes(row, values, actor, seen, reason)` likewise, and may
    return the sentence that tells what became of it; `follows(row, actor)` is what else must
    follow, in the same transaction, when a row was withdrawn or a change of it undone. `parts` is a
    template with more about a row (`row` and whatever `more(request, row)` gives). `finds(word)` is
    what a searched word may mean beyond `search`;
    `checks(row, actor)` looks at what was just written, entered, changed, withdrawn or undone, and
    raises Refused: nothing is written then.
    `alarm(actor, congress)` is what the list says above itself when something is wrong;
    `trail(row)` is the congress in whose trail the events of a row stand, where that is not simply
    the one of the page. `first` is what the list shows while nothing is
    chosen or searched, if not simply all rows; `tree` is the field that names the row above, for a
    list drawn as a tree; `facts` are what only a row's page shows.
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
    facts: Sequence[Column] = ()
    first: Chip | None = None
    tree: str = ""
    order: Sequence[str] = ("pk",)
    adds: Callable[..., Any] | None = None
    changes: Callable[..., Any] | None = None
    follows: Callable[[Any, Actor], None] = field(default=lambda row, actor: None)
    checks: Callable[[Any, Actor], None] = field(default=lambda row, actor: None)
    can_add: bool = True
    can_withdraw: bool = True
    parts: str = ""
    more: Callable[..., dict[str, Any]] = field(default=lambda request, row: {})
    links: Callable[..., Sequence[Link]] = field(default=lambda actor, congress, row: ())
    list_links: Callable[..., Sequence[Link]] = field(default=lambda actor, congress: ())
    finds: Callable[[str], Q] | None = None
    alarm: Callable[..., str] = field(default=lambda actor, congress: "")
    trail: Callable[[Any], int] | None = None
    place: int = 50

    def trail_of(self, row: Any, congress: Any) -> int:
        """In whose trail this row's events stand; `congress` is the one of the page."""
        here: int = congress.pk if self.trail is None else self.trail(row)
        return here

    def keeps(self, actor: Actor) -> bool:
        """Whether this actor enters and changes its rows on the kernel's pages."""
        return self.form is not None and self.writes(actor)

    def withdrawn(self, actor: Actor) -> QuerySet[Any]:
        """Its rows that were entered by mistake: `rows` without the wish that they stand."""
        with also_void(self.model()):
            return self.rows(actor).filter(is_void=True)

    @property
    def actions(self) -> set[str]:
        """The actions that its events may have."""
        may = {"add": self.can_add, "change": True, "withdraw": self.can_withdraw}
        return {self.event(verb) for verb, is_possible in may.items() if is_possible}

    def event(self, verb: str) -> str:
        """What the event of this verb ("add", "change", "withdraw") is called."""
        return self.action.format(self.verbs.get(verb, verb))

    def title(self, row: Any) -> str:
        """What a row is called on its page and in lists."""
        title = next((column for column in self.columns if column.is_title), None)
        return str(title.value(row)) if title is not None else str(row)

    def found(self, actor: Actor, word: str, chip: str) -> QuerySet[Any]:
        """The rows with this word, under this chip, in the register's order."""
        is_withdrawn = chip == WITHDRAWN and self.keeps(actor)
        rows = self.withdrawn(actor) if is_withdrawn else self.rows(actor)
        word = word.strip().replace("\x00", "")[:60]
        usual = None if word or is_withdrawn else self.first  # who searches, searches everything
        chosen = next((known for known in self.chips if known.name == chip), usual)
        if chosen is not None:
            rows = chosen.narrows(rows, actor)
        if word and self.search:
            asked = self.finds(word) if self.finds is not None else Q(pk__in=[])
            for name in self.search:
                asked |= Q(**{f"{name}__icontains": word})
            rows = rows.filter(asked)
        return rows.order_by(*self.order)
