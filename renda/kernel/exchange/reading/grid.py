"""A file's sheets as plain rows, bounded while they are read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from renda.kernel.exchange.reading.unreadable import Unreadable

COLUMNS, CELLS, SHEETS, MERGES = 200, 2_000_000, 60, 50_000
BESIDE = 500  # rows of a file that are no record: titles, totals, remarks
BLANK = ("", None)

Row = tuple[int, list[Any]]  # the row's number in the file (the first is 1), and its cells
Merge = tuple[int, int, int, int]  # first row, first column, last row, last column; columns from 0


@dataclass
class Grid:
    """One sheet. A real day of a spreadsheet is a list of one text: ["2025-03-05"]. A sheet beyond
    the bounds has a `fault` and no rows: the one beside it may be the table that is meant."""

    name: str
    rows: list[Row] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    is_hidden: bool = False
    fault: str = ""
    said: dict[str, object] = field(default_factory=dict)

    @property
    def weight(self) -> int:
        """How much there is in it: cells of rows that have more than one."""
        filled = (sum(c not in BLANK for c in cells) for _n, cells in self.rows)
        return sum(n for n in filled if n > 1)


class Meter:
    """Counts what is read, and stops where it becomes too much."""

    def __init__(self, most_rows: int) -> None:
        self.most_rows = most_rows
        self.cells = 0

    def bounded(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows that hold something, without the blanks at their ends."""
        many = 0
        for number, cells in rows:
            if not (cells := trimmed(cells)):
                continue
            many += 1
            self.cells += len(cells)
            if many > self.most_rows + BESIDE:
                raise Unreadable("too_many_rows", most=self.most_rows)
            if len(cells) > COLUMNS:
                raise Unreadable("too_many_columns", row=number, most=COLUMNS)
            if self.cells > CELLS:
                raise Unreadable("too_many_cells", most=CELLS)
            yield number, cells


def trimmed(cells: list[Any]) -> list[Any]:
    """Without what is blank at the end; a lone space is blank too."""
    last = len(cells)
    while last and (
        cells[last - 1] in BLANK
        or (isinstance(cells[last - 1], str) and not cells[last - 1].strip())
    ):
        last -= 1
    return cells[:last]
