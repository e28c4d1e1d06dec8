"""From laid-out rows to records: each cell read by its column, each fault named with its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from renda.kernel.exchange.header import Header
from renda.kernel.exchange.labels import assigned, known_by
from renda.kernel.exchange.layout import Laid
from renda.kernel.exchange.reading.grid import BLANK
from renda.kernel.exchange.table import Column, Fault, Record, Table
from renda.kernel.exchange.values import Reads, reader
from renda.kernel.exchange.words import Wrong, text

Mapped = dict[int, str]  # place of a column in the sheet: name of the column that it is
SHOWN = 60


@dataclass
class Records:
    """What was read: good records, and what is wrong with the others by their row."""

    good: list[Record] = field(default_factory=list)
    bad: list[tuple[Record, list[Fault]]] = field(default_factory=list)


def mapped(table: Table, header: Header, chosen: Mapping[int, str] | None) -> Mapped:
    """Which column is which: as a person chose, else as the headers say."""
    names = {column.name for column in table.columns}
    if chosen is not None:
        return {at: name for at, name in sorted(chosen.items()) if name in names}
    found = assigned(header.labels, known_by(table.columns))
    return {at: name for at, (name, _sure) in sorted(found.items())}


def missing(table: Table, mapping: Mapped) -> list[Column]:
    """The columns that must be there and are not."""
    there = set(mapping.values())
    return [c for c in table.columns if c.is_required and c.name not in there]


def records_of(table: Table, laid: Laid, mapping: Mapped) -> Records:
    """Read every record."""
    columns = {column.name: column for column in table.columns}
    asked = [(at, columns[name], _reader(laid, at, columns[name])) for at, name in mapping.items()]
    found = Records()
    for number, cells in laid.rows:
        values: dict[str, Any] = {}
        faults: list[Fault] = []
        for at, column, read in asked:
            cell = cells[at] if at < len(cells) else ""
            try:
                values[column.name] = value = read(cell)
            except Wrong as wrong:
                values[column.name] = value = None
                faults.append(Fault(number, str(column.label), _shown(cell), str(wrong)))
                continue
            if column.is_required and value in BLANK:
                faults.append(Fault(number, str(column.label), _shown(cell), _("Fill this in.")))
        record = Record(number, values)
        if faults:
            found.bad.append((record, faults))
        else:
            found.good.append(record)
    return found


def _reader(laid: Laid, at: int, column: Column) -> Reads:
    cells: Sequence[Any] = [cells[at] for _n, cells in laid.rows if at < len(cells)]
    return reader(column, cells)


def _shown(cell: Any) -> str:
    said = text(cell)
    return said if len(said) <= SHOWN else f"{said[: SHOWN - 1]}…"
