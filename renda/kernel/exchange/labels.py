"""Column headers as offices write them, made comparable: 姓　名（汉字）* is 姓名."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from renda.kernel.exchange.table import Column

_NOISE = re.compile(r"[\s\u200b-\u200f\ufeff*:：#、。.]+")
_BRACKETS = re.compile(r"[(\[【〔{<《][^)\]】〕}>》]*[)\]】〕}>》]")
JOINED = "/"
# How sure a header is to mean a column: all of it, without its brackets, its last line, its first.
WHOLE, BARE, LAST, FIRST = 4, 3, 2, 1
SERIAL = frozenset(("序号", "行号", "顺序号", "次序", "no", "№", "编次"))


def plain(label: object) -> str:
    """A header for comparing: full width made half, capitals small, no spaces, no stars."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", str(label))).lower()


def bare(label: object) -> str:
    """The same without what stands in brackets: a unit, a hint."""
    return plain(_BRACKETS.sub("", unicodedata.normalize("NFKC", str(label))))


def known_by(columns: Sequence[Column]) -> dict[str, str]:
    """Every word a column is known by, with the column's name; the first to claim a word has it."""
    words: dict[str, str] = {}
    for ask in (plain, bare):
        for column in columns:
            for said in (column.label, *column.aliases):
                words.setdefault(ask(said), column.name)
    words.pop("", None)
    return words


def assigned(labels: Iterable[str], words: Mapping[str, str]) -> dict[int, tuple[str, int]]:
    """Which header is which column and how sure that is; the surest first, each column once."""
    found = [
        (-sure, at, name) for at, label in enumerate(labels) for name, sure in _meant(label, words)
    ]
    chosen: dict[int, tuple[str, int]] = {}
    taken: set[str] = set()
    for less, at, name in sorted(found):
        if at not in chosen and name not in taken:
            chosen[at] = (name, -less)
            taken.add(name)
    return chosen


def _meant(label: str, words: Mapping[str, str]) -> Iterable[tuple[str, int]]:
    whole = plain(label)
    if not whole:
        return
    if whole in words:
        yield words[whole], WHOLE
    if bare(label) in words:
        yield words[bare(label)], BARE
    lines = label.split(JOINED)
    if len(lines) > 1:
        for line, sure in ((lines[-1], LAST), (lines[0], FIRST)):
            if bare(line) in words:
                yield words[bare(line)], sure
        # 联系人 over 电话 is what a plain list calls 联系人电话.
        if (run := bare("".join(lines))) in words:
            yield words[run], WHOLE


def letter(at: int) -> str:
    """What a spreadsheet calls this column: 0 is A, 26 is AA."""
    said = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        said = chr(ord("A") + rest) + said
    return said
