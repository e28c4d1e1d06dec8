"""A ledger: its heads and what stands in its cells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext as _

from renda.kernel.pages.templatetags.renda import spaced_name

CELL = 32_000  # a spreadsheet takes no longer text


@dataclass(frozen=True)
class Head:
    """A column of a ledger. Two characters of a name take the room of three."""

    label: str
    is_name: bool = False


@dataclass(frozen=True)
class Ledger:
    """A list to be written: `unit` is who keeps it, `rows` are values in the order of `heads`."""

    title: str
    unit: str
    heads: Sequence[Head]
    rows: Iterable[Sequence[Any]]

    def written(self) -> list[list[Any]]:
        """Its rows as they are shown, numbers and days as such."""
        return [[_cell(v, h) for v, h in zip(r, self.heads, strict=True)] for r in self.rows]


def _cell(value: Any, head: Head) -> Any:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return localtime(value).replace(tzinfo=None) if is_aware(value) else value
    if isinstance(value, int | float | date):
        return value
    said = "".join(c for c in str(value)[:CELL] if c >= " " or c in "\n\t")
    return spaced_name(said) if head.is_name else said
