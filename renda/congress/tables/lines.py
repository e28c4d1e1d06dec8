"""A line of a list of organs as it was read, and what is known of it so far."""

import re
from dataclasses import dataclass, field
from typing import Any

from renda.congress.models import Body
from renda.congress.tables.likeness import normal
from renda.kernel.exchange.table import Doubt, Fault, Record, Verdict

_BETWEEN = re.compile(r"[、,，;；/\n]+")


@dataclass
class Line:
    """A line of the file. `body` is the organ it speaks of, as soon as that is clear: one of the
    register or a new one; `does` what becomes of its name ("renamed", "correction" or "")."""

    record: Record
    verdict: Verdict = field(init=False)
    body: Body | None = None
    does: str = ""
    is_skipped: bool = False
    is_without_code: bool = False

    def __post_init__(self) -> None:
        self.verdict = Verdict(self.record)

    def said(self, column: str) -> str:
        """What a cell says; "" for an empty cell and for a column that the file has not."""
        return str(self.record.values.get(column) or "").strip()

    @property
    def name(self) -> str:
        """The full name."""
        return self.said("name")

    @property
    def names(self) -> set[str]:
        """What another line may call it."""
        return {normal(name) for name in (self.name, self.said("short_name")) if name}

    @property
    def code(self) -> str:
        """The number, unless it was said to be wrong."""
        return "" if self.is_without_code else self.said("code")

    @property
    def key(self) -> str:
        """What tells it from others: its number, else full name and whom it belongs to."""
        return self.code or f"{normal(self.name)}/{normal(self.said('parent'))}"

    @property
    def is_open(self) -> bool:
        """Whether it is still to be found out what it speaks of."""
        return self.body is None and not self.is_skipped and not self.is_wrong

    @property
    def is_wrong(self) -> bool:
        """Whether it cannot be taken, or a person has to say something first."""
        return bool(self.verdict.faults or self.verdict.doubts)

    def people(self, column: str) -> list[str]:
        """The names in a cell: several stand in one now and then."""
        names = [name.strip() for name in _BETWEEN.split(self.said(column))]
        return list(dict.fromkeys(name[:60] for name in names if name))

    def fault(self, column: str, value: str, why: Any) -> None:
        """It cannot be taken."""
        self.verdict.faults.append(Fault(self.record.row, column, value, str(why)))

    def doubt(self, key: str, question: str, *answers: tuple[str, str]) -> None:
        """A person has to say."""
        said = tuple((value, str(label)) for value, label in answers)
        self.verdict.doubts.append(Doubt(key, self.record.row, question, said))
