"""What a domain says of a table that comes in: its columns, and how rows become entries."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from renda.kernel.permits.who import Who
from renda.kernel.registers.models import Kept


class Kind(Enum):
    """What a column holds. The exchange reads it in any spelling, or says what is wrong."""

    TEXT = "text"
    INTEGER = "integer"
    DAY = "day"  # date
    BORN = "born"  # ISO text as far as it is known: "1987", "1987-05", "1987-05-21"
    CHOICE = "choice"  # one of `words`
    YES = "yes"  # bool
    MOBILE = "mobile"  # eleven digits
    CODE = "code"  # digits or letters that a spreadsheet may have made a number


@dataclass(frozen=True)
class Column:
    """A column. `name` is the key in a record's values, `label` what a ledger's header says and
    errors name, `aliases` other headers it is known by; `words` what a CHOICE may say in the file
    and which value it is."""

    name: str
    label: Any
    aliases: tuple[str, ...] = ()
    kind: Kind = Kind.TEXT
    is_required: bool = False
    words: Mapping[str, str] = field(default_factory=dict)
    longest: int = 120


@dataclass(frozen=True)
class Record:
    """A row as it was read: its place in the file (the first line is 1), and its values by column
    name. A column that was not mapped is not there; an empty cell is "" or None."""

    row: int
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Fault:
    """What is wrong with a cell or a row, and what to do about it."""

    row: int
    column: str
    value: str
    why: str


@dataclass(frozen=True)
class Doubt:
    """Something the machine must not decide (same name, new or renamed): a question with answers.

    `key` names it within the file, so that the answer given in the preview finds it again;
    `answers` are pairs of value and label.
    """

    key: str
    row: int
    question: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Entry:
    """What a record becomes in one register: a new row, a changed one, or one that is as it was.

    `row` is the model instance: unsaved for a new one, with its NEW values set for a changed one;
    `changed` holds {field: [before, after]} fit for JSON (`registers.values.said_as`).
    """

    row: Kept
    is_new: bool
    changed: Mapping[str, Sequence[Any]] = field(default_factory=dict)


@dataclass
class Verdict:
    """What becomes of one record: its entries in order (a person, then the mandate), or its faults,
    or its doubts. Nothing of all means the record says nothing new."""

    record: Record
    entries: list[Entry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def outcome(self) -> str:
        """created, updated, unchanged, rejected or doubtful."""
        if self.faults:
            return "rejected"
        if self.doubts:
            return "doubtful"
        if any(entry.is_new for entry in self.entries[-1:]):
            return "created"
        is_changed = any(entry.is_new or entry.changed for entry in self.entries)
        return "updated" if is_changed else "unchanged"


Answers = Mapping[str, str]
Plans = Callable[[Any, Sequence[Record], Answers, Mapping[str, Any]], list[Verdict]]


@dataclass(frozen=True)
class Table:
    """A table that can be taken in.

    `plan(congress, records, answers, asked)` judges every record without writing anything;
    `answers` are those given to doubts ({key: answer}), `asked` what `form` asked for the whole
    file (the term of a roster); the form is given `congress` and `actor` if it takes them.
    `save(entries, congress, actor)` writes the entries of all records in their order, with as few
    queries as it can (45,000 regions in ten seconds): by itself the exchange bulk-creates and
    bulk-updates them, one model after the other, past each model's own `save`.

    `undone(rows, congress, actor)` is called after a run was undone, with the rows that were put
    back or made void, for what the house keeps itself and no event speaks of (the paths of a
    tree). `register` is the key of the register whose list offers the table.
    """

    key: str
    label: Any
    about: Any
    icon: str
    columns: Sequence[Column]
    to: Who
    plan: Plans
    form: Any = None
    save: Callable[..., None] | None = None
    most_rows: int = 50_000
    register: str = ""
    undone: Callable[[Sequence[Any], Any, Any], None] | None = None


TABLES: dict[str, Table] = {}


def add(table: Table) -> None:
    """Declare a table; apps call it when they are ready."""
    TABLES.setdefault(table.key, table)
