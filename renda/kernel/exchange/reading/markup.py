"""Web pages that a system sends out as .xls: tables of HTML, whole or in a mail's envelope."""

import email
import re
from email.message import Message
from html.parser import HTMLParser

from renda.kernel.exchange.reading.grid import COLUMNS, MERGES, SHEETS, Grid, Merge, Meter
from renda.kernel.exchange.reading.plain import decoded
from renda.kernel.exchange.reading.unreadable import Unreadable

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_POWER = re.compile(r"\d\.\d+E\+\d+", re.IGNORECASE)  # what is shown of a long number
_SPACES = re.compile(r"[ \t\r\n]+")
QUIET = ("script", "style", "title")
DEEPEST = 20  # rows that a cell may reach down are bounded by the grid; tables in tables by this


class Tables(HTMLParser):
    """Collects the tables of a page, each as a sheet."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[_Table] = []
        self.open: list[_Table] = []
        self.hushed = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A table, row or cell begins; browsers do not ask for the end of the one before."""
        if tag in QUIET:
            self.hushed += 1
        elif tag == "table" and len(self.open) < DEEPEST:
            self.open.append(_Table())
            self.found.append(self.open[-1])
        elif tag == "tr" and self.open:
            self.open[-1].begin_row()
        elif tag in ("td", "th") and self.open:
            self.open[-1].begin_cell(dict(attrs))
        elif tag in ("br", "p", "div") and self.open:
            self.open[-1].say("\n")

    def handle_endtag(self, tag: str) -> None:
        """It ends."""
        if tag in QUIET:
            self.hushed = max(self.hushed - 1, 0)
        elif tag == "table" and self.open:
            self.open.pop().end_cell()
        elif tag in ("td", "th", "tr") and self.open:
            self.open[-1].end_cell()

    def handle_data(self, data: str) -> None:
        """What stands in a cell."""
        if self.open and not self.hushed:
            self.open[-1].say(data)


class _Table:
    """One table in the making: where the next cell goes, and which places are taken from above."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.merges: list[Merge] = []
        self.taken: dict[int, int] = {}  # column: the last row that a cell above reaches down to
        self.cell: list[str] | None = None
        self.number: str = ""

    def begin_row(self) -> None:
        self.end_cell()
        self.rows.append([])

    def begin_cell(self, attrs: dict[str, str | None]) -> None:
        self.end_cell()
        if not self.rows:
            self.rows.append([])
        row, here = len(self.rows), self.rows[-1]
        while self.taken.get(len(here), 0) >= row:
            here.append("")
        across, down = _span(attrs, "colspan", COLUMNS), _span(attrs, "rowspan", 65_536)
        left = len(here)
        if left + across > COLUMNS:
            raise Unreadable("too_many_columns", row=row, most=COLUMNS)
        here += [""] * across
        if across > 1 or down > 1:
            self.merges.append((row, left, row + down - 1, left + across - 1))
            self.taken |= dict.fromkeys(range(left, left + across), row + down - 1)
        if len(self.merges) > MERGES:
            raise Unreadable("too_many_merges", most=MERGES)
        self.cell, self.at, self.number = [], left, attrs.get("x:num") or ""

    def say(self, text: str) -> None:
        if self.cell is not None:
            self.cell.append(text)

    def end_cell(self) -> None:
        if self.cell is None:
            return
        said = "\n".join(_SPACES.sub(" ", line).strip() for line in "".join(self.cell).split("\n"))
        said = said.strip()
        self.rows[-1][self.at] = self.number if self.number and _POWER.fullmatch(said) else said
        self.cell = None


def _span(attrs: dict[str, str | None], name: str, most: int) -> int:
    told = (attrs.get(name) or "1").strip()
    return max(1, min(int(told[:6]), most)) if told.isascii() and told.isdecimal() else 1


def text_of(data: bytes) -> str:
    """The page's text: by its own word about its encoding, if that holds."""
    told = _CHARSET.search(data[:4000])
    if told:
        try:
            return data.decode(told.group(1).decode("ascii"))
        except (UnicodeDecodeError, LookupError):
            pass
    return decoded(data)


def unwrapped(data: bytes) -> str:
    """The page in a "single file web page", which is a mail."""
    for part in email.message_from_bytes(data).walk():
        if isinstance(part, Message) and part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            return text_of(content) if isinstance(content, bytes) else str(content)
    raise Unreadable("no_table")


def grids(page: str, most_rows: int) -> list[Grid]:
    """Every table that holds something."""
    tables, meter = Tables(), Meter(most_rows)
    tables.feed(page)
    tables.close()
    found = [
        Grid(f"{n}", list(meter.bounded(enumerate(table.rows, 1))), table.merges)
        for n, table in enumerate(tables.found[:SHEETS], 1)
    ]
    full = [grid for grid in found if grid.rows]
    if not full:
        raise Unreadable("no_table")
    return full
