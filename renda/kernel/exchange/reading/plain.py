"""Tables written as text: commas, tabs or semicolons, in the encodings that offices have."""

import codecs
import csv
from collections.abc import Iterator
from io import StringIO

from renda.kernel.exchange.reading.grid import Grid, Meter, Row
from renda.kernel.exchange.reading.unreadable import Unreadable

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DELIMITERS = ("\t", ",", ";", "|")
LONGEST = 1_000_000
SWALLOWED = 30  # lines in one cell: a quotation mark that was never closed


def decoded(data: bytes) -> str:
    """The text of these bytes. GB18030 has a meaning for nearly everything, so it comes last."""
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        begins = text[:20_000]
        if sum(c < " " and c not in "\t\r\n" for c in begins) * 20 <= len(begins):
            return text.rstrip("\x1a\0")
    raise Unreadable("no_text")


def _encodings(data: bytes) -> list[str]:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return [encoding]
    # Without a mark: in UTF-16 every comma, tab and line end leaves a NUL behind or before it.
    odd, even = data[1:4000:2], data[0:4000:2]
    most = max(odd.count(0), even.count(0))
    if most > 1 and most * 50 > len(even):
        return ["utf-16-le" if odd.count(0) == most else "utf-16-be"]
    return ["utf-8", "gb18030"]


def grids(text: str, most_rows: int) -> list[Grid]:
    """The one sheet of such a file."""
    csv.field_size_limit(LONGEST)
    try:
        rows = list(Meter(most_rows).bounded(_rows(text)))
    except csv.Error as fault:
        raise Unreadable("no_text") from fault
    return [Grid("", rows)]


def _rows(text: str) -> Iterator[Row]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))
    for number, cells in enumerate(reader, 1):
        if any(cell.count("\n") > SWALLOWED for cell in cells):
            raise Unreadable("open_quote", row=number)
        yield number, list(cells)


def _delimiter(text: str) -> str:
    """The one that most of the first lines have in the same number."""
    lines = [line for line in text[:20_000].splitlines()[:40] if line.strip()]

    def steadiness(mark: str) -> int:
        counts = [line.count(mark) for line in lines]
        usual = max(set(counts), key=counts.count, default=0)
        return counts.count(usual) * min(usual, 50) if usual else sum(c > 0 for c in counts)

    return max(DELIMITERS, key=steadiness)
