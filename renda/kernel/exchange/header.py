"""Finding the header: below titles, units and dates; of one line, or of two or three merged."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from renda.kernel.exchange.labels import JOINED, assigned, plain
from renda.kernel.exchange.reading.grid import BLANK, Merge, Row

LOOKED_AT, LINES = 40, 3


@dataclass(frozen=True)
class Header:
    """Where the header stands: `at` is its place among the rows that were read, `row` its number
    in the file, `lines` how many it has, `labels` one a column, lines joined by "/"."""

    at: int
    row: int
    lines: int
    labels: tuple[str, ...]

    @property
    def last(self) -> int:
        """The row of its last line."""
        return self.row + self.lines - 1

    @property
    def fingerprint(self) -> str:
        """By this the same kind of file is known again."""
        words = json.dumps([plain(label) for label in self.labels], ensure_ascii=False)
        return hashlib.sha256(words.encode()).hexdigest()


def found(rows: Sequence[Row], merges: Sequence[Merge], words: Mapping[str, str]) -> Header | None:
    """The header that says most of what is asked for; without one, the line that looks like it."""
    best, most = None, 0
    for at in range(min(len(rows), LOOKED_AT)):
        if _is_covered(rows[at][0], merges):
            continue
        least = _reach(rows[at][0], merges)
        for lines in range(least, LINES + 1):
            if (header := at_row(rows, merges, at, lines)) is None:
                break
            score = sum(sure for _name, sure in assigned(header.labels, words).values())
            if score > most or (best is not None and score == most and lines < best.lines):
                best, most = header, score
    return best or _likely(rows, merges)


def at_row(rows: Sequence[Row], merges: Sequence[Merge], at: int, lines: int) -> Header | None:
    """The header at this place with so many lines; None where they do not follow each other."""
    if at + lines > len(rows) or rows[at + lines - 1][0] != rows[at][0] + lines - 1:
        return None
    first = rows[at][0]
    return Header(at, first, lines, _joined(rows[at : at + lines], merges))


def placed(rows: Sequence[Row], merges: Sequence[Merge], row: int, lines: int) -> Header | None:
    """The header in the row that a person named."""
    at = next((n for n, (number, _cells) in enumerate(rows) if number == row), None)
    return None if at is None else at_row(rows, merges, at, max(1, min(lines, LINES)))


def _joined(rows: Sequence[Row], merges: Sequence[Merge]) -> tuple[str, ...]:
    top, bottom = rows[0][0], rows[-1][0]
    own = [merge for merge in merges if top <= merge[0] <= bottom]
    width = max([*(len(cells) for _n, cells in rows), *(right + 1 for _t, _l, _b, right in own)])
    lines = [[_said(c) for c in cells + [""] * (width - len(cells))] for _n, cells in rows]
    for first, left, last, right in own:
        _spread(lines[first - top : min(last, bottom) - top + 1], left, right)
    for upper, lower in pairwise(lines):
        _reach_right(upper, lower)
    return tuple(JOINED.join(_once(line[c] for line in lines)) for c in range(width))


def _spread(lines: list[list[str]], left: int, right: int) -> None:
    """A merged cell says the same in all the places that it covers."""
    for line in lines:
        line[left : right + 1] = [lines[0][left]] * (right - left + 1)


def _reach_right(upper: list[str], lower: list[str]) -> None:
    """Text files have no merged cells: a heading stands over the first of its columns only."""
    for c in range(1, len(upper)):
        if not upper[c] and lower[c] and lower[c - 1] and lower[c - 1] != upper[c - 1]:
            upper[c] = upper[c - 1]


def _once(words: Any) -> list[str]:
    said: list[str] = []
    for word in words:
        if word and (not said or plain(said[-1]) != plain(word)):
            said.append(word)
    return said


def _said(cell: Any) -> str:
    if cell in BLANK:
        return ""
    words = cell[0] if isinstance(cell, list) else str(cell)
    return " ".join(words.split())


def _is_covered(row: int, merges: Sequence[Merge]) -> bool:
    """Whether a cell from above reaches into this row: then it is no header's first line."""
    return any(top < row <= bottom for top, _left, bottom, _right in merges)


def _reach(row: int, merges: Sequence[Merge]) -> int:
    """How many lines the merged cells of this row say that its header has."""
    spans = [bottom - top + 1 for top, _left, bottom, _right in merges if top == row]
    return min(max([1, *spans]), LINES)


def _likely(rows: Sequence[Row], merges: Sequence[Merge]) -> Header | None:
    """Among the first rows the one with most words in it, none of them a figure."""

    def words(at: int) -> int:
        cells = rows[at][1]
        return sum(
            isinstance(c, str) and bool(c.strip()) and not c.strip().isdigit() for c in cells
        )

    if not rows:
        return None
    at = max(range(min(len(rows), LOOKED_AT)), key=lambda n: (words(n), -n))
    return at_row(rows, merges, at, _reach(rows[at][0], merges)) or at_row(rows, merges, at, 1)
