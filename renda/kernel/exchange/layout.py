"""From a sheet to the rows that are records: what is no record is left out, with its reason."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from renda.kernel.exchange.header import Header
from renda.kernel.exchange.labels import SERIAL, plain
from renda.kernel.exchange.reading.grid import BLANK, Merge, Row

_TOTAL = re.compile(
    r"(?:本页|全[市区县旗盟省])?(?:合计|小计|总计|共计|累计|总数)(?:[(:].*|[\d一二三四五六七八九十]+\D{0,4})?"
)
_SIGNED = (
    r"备注|注|说明|附注|填表说明|填[表报](?:人|单位|日期|时间)|制表人?|审[核批]人?|单位\(盖章\)"
)
_REMARK = re.compile(rf"(?:{_SIGNED})\d*")
_REMARK_TOLD = re.compile(
    rf"(?:{_SIGNED}|(?:单位)?负责人|联系人|联系电话|经办人|打印日期|截止日期|[数资][据料]来源)\d*:.*"
)
_CHAPTER = re.compile(r"[(]?[一二三四五六七八九十]+[)、.．,，].+")
_COUNTED = frozenset(("栏次", "行次", "公式", "甲"))


@dataclass(frozen=True)
class Skipped:
    """A row that is no record: why, and what stands in it. `until` is the last of several."""

    row: int
    why: str
    text: str = ""
    until: int = 0


@dataclass(frozen=True)
class Laid:
    """A sheet laid out: its header, its records' cells, and what was skipped."""

    header: Header
    rows: list[Row]
    skipped: list[Skipped]


def laid_out(rows: Sequence[Row], merges: Sequence[Merge], header: Header) -> Laid:
    """The rows below the header; merged cells hold in every row that they reach down to."""
    below = [merge for merge in merges if merge[0] >= header.row + header.lines]
    filled = _fillings(rows, below)
    wide = {top for top, left, _bottom, right in below if right > left + 1}
    headed = {plain(part) for label in header.labels for part in (label, *label.split("/"))} - {""}
    serials = {c for c, label in enumerate(header.labels) if plain(label) in SERIAL}
    records: list[Row] = []
    skipped = list(_above(rows, header))
    last = header.row + header.lines - 1
    for number, cells in rows[header.at + header.lines :]:
        if number > last + 1:
            skipped.append(Skipped(last + 1, _("blank"), until=number - 1))
        is_first, last = number == header.row + header.lines, number
        why = _why_not(cells, headed, serials, number in wide) or _counts(cells, is_first)
        if why:
            skipped.append(Skipped(number, why, _text(cells)))
        else:
            records.append((number, _with(cells, filled.get(number))))
    return Laid(header, records, skipped)


def _above(rows: Sequence[Row], header: Header) -> Iterable[Skipped]:
    for number, cells in rows[: header.at]:
        yield Skipped(number, _("above the header"), _text(cells))


def _fillings(rows: Sequence[Row], merges: Sequence[Merge]) -> dict[int, dict[int, Any]]:
    """By row and column what a merged cell above says there."""
    there = dict(rows)
    filled: dict[int, dict[int, Any]] = {}
    for top, left, bottom, _right in merges:
        cells = there.get(top, [])
        if bottom > top and left < len(cells):
            for row in range(top + 1, bottom + 1):
                if row in there:
                    filled.setdefault(row, {})[left] = cells[left]
    return filled


def _with(cells: list[Any], filling: Mapping[int, Any] | None) -> list[Any]:
    if not filling:
        return cells
    whole = cells + [""] * (max(filling) + 1 - len(cells))
    for column, value in filling.items():
        if whole[column] in BLANK:
            whole[column] = value
    return whole


def _why_not(cells: list[Any], headed: set[str], serials: set[int], is_wide: bool) -> str:
    """Why this row is no record, or ""."""
    said = [(c, cell) for c, cell in enumerate(cells) if cell not in BLANK]
    words = [(c, _tight(cell)) for c, cell in said if isinstance(cell, str)]
    if _is_headed(words, len(said), headed):
        return _("the header again")
    if any(_TOTAL.fullmatch(word) for _c, word in words[:2]):
        return _("a total")
    if _is_remark(words, len(said)):
        return _("a remark below the table")
    if len(said) == 1 and words and (is_wide or _CHAPTER.fullmatch(words[0][1])):
        return _("a heading between the rows")
    is_bare = all(c in serials for c, _cell in said)
    return _("nothing but a serial number") if is_bare else ""


def _is_remark(words: list[tuple[int, str]], filled: int) -> bool:
    """填表人：某某 begins with its colon; a lone 备注 has at most a text or two beside it."""
    first = words[0][1] if words else ""
    return bool(_REMARK_TOLD.fullmatch(first) or (filled <= 3 and _REMARK.fullmatch(first)))


def _is_headed(words: list[tuple[int, str]], filled: int, headed: set[str]) -> bool:
    """On every printed page the header stands again; four of five of its words will do."""
    return len(words) > 1 and sum(plain(word) in headed for _c, word in words) * 5 >= filled * 4


def _counts(cells: list[Any], is_first: bool) -> str:
    """甲 乙 1 2 3 or A=B+C straight below the header of a statistical table."""
    if not is_first:
        return ""
    said = [_tight(cell) for cell in cells if cell not in BLANK]
    is_run = len(said) > 2 and said == [str(n) for n in range(1, len(said) + 1)]
    words = [_tight(cell) for cell in cells if isinstance(cell, str) and cell.strip()]
    is_counted = is_run or words[:1] in ([word] for word in _COUNTED)
    return _("numbers of the columns") if is_counted else ""


def _tight(cell: Any) -> str:
    return "".join(unicodedata.normalize("NFKC", str(cell)).split())


def _text(cells: list[Any]) -> str:
    words = (str(c[0] if isinstance(c, list) else c) for c in cells if c not in BLANK)
    return " ".join(" ".join(words).split())[:60]
