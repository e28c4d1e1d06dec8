"""Reading cells by what their column holds, in any spelling, or saying what is wrong with them."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from renda.kernel.exchange.days import Born, day
from renda.kernel.exchange.labels import plain
from renda.kernel.exchange.table import Column, Kind
from renda.kernel.exchange.words import Wrong, arabic, digits, text

Reads = Callable[[Any], Any]

_NUMBER = re.compile(
    r"第?([+-]?\d{1,12})(?:\.0+)?(?:届|次|次会议|人|名|位|个|件|席|岁|号|年|户|条|项|期|天)?"
)
_MOBILE = re.compile(r"(?:\+|00)?(?:86)?(1[3-9]\d{9})")
_LANDLINE = re.compile(r"0?\d{0,4}[2-8]\d{6,7}")
_CODE = re.compile(r"[0-9A-Za-z\u4e00-\u9fff()〔〕\[\]._/#-]+")
YES = frozenset("是 有 对 已 在 √ ✓ ✔ 1 y yes t true 〇 ○ ● ■ v".split())
NO = frozenset("否 无 不 不是 没有 未 × ✗ ✘ 0 n no f false x - — /".split())
NOTHING: Mapping[Kind, Any] = {Kind.INTEGER: None, Kind.DAY: None, Kind.YES: None}
BLANKS = frozenset(("", *"- — —— / 无 空 暂无 不详 不明 未知 待定 n/a #n/a null".split()))


def reader(column: Column, cells: Sequence[Any]) -> Reads:
    """How to read this column; `cells` are all of it. The reader raises Wrong."""
    if column.kind is Kind.BORN:
        return _or_nothing(column, Born(list(cells)))
    if column.kind is Kind.CHOICE:
        return _or_nothing(column, _choice(column))
    return _or_nothing(column, _READS.get(column.kind) or _text(column))


def _or_nothing(column: Column, reads: Reads) -> Reads:
    """A dash is an empty cell, except where "no" or a text may be written so."""
    nothing = NOTHING.get(column.kind, "")
    is_said = column.kind in (Kind.TEXT, Kind.CHOICE, Kind.YES)

    def read(cell: Any) -> Any:
        if cell is None or cell == "":
            return nothing
        said = text(cell)
        if not said or (not is_said and said.lower() in BLANKS):
            return nothing
        return reads(cell)

    return read


def _text(column: Column) -> Reads:
    def read(cell: Any) -> str:
        said = text(cell)
        if len(said) > column.longest:
            raise Wrong(
                _("This has %(length)s characters; %(longest)s are the most. Shorten it.")
                % {"length": len(said), "longest": column.longest}
            )
        return said

    return read


def _integer(cell: Any) -> int:
    found = _NUMBER.fullmatch(arabic(digits(cell).replace(",", "")))
    if found is None:
        raise Wrong(_("This is no whole number."))
    return int(found.group(1))


def _yes(cell: Any) -> bool:
    if isinstance(cell, bool):
        return cell
    said = plain(cell) or digits(cell)
    if said in YES:
        return True
    if said in NO:
        return False
    raise Wrong(_("Write yes or no here."))


def _choice(column: Column) -> Reads:
    words = {plain(word): value for word, value in column.words.items()}

    def read(cell: Any) -> str:
        said = plain(text(cell))
        if said in words:
            return words[said]
        listed = pgettext("between names in a list", ", ").join(column.words)
        raise Wrong(
            _("This is none of the words that can stand here: %(words)s.") % {"words": listed}
        )

    return read


def _mobile(cell: Any) -> str:
    said = re.sub(r"[().\-\u2010-\u2015\u2212]", "", digits(cell))
    if found := _MOBILE.fullmatch(said):
        return found.group(1)
    if re.fullmatch(r"(?:1[3-9]\d{9}\D+)+1[3-9]\d{9}", digits(cell)):
        raise Wrong(_("There are several numbers. Keep the one that is used."))
    if _LANDLINE.fullmatch(said):
        raise Wrong(_("This is a landline; a mobile number has 11 digits and begins with 1."))
    raise Wrong(_("A mobile number has 11 digits and begins with 13 to 19."))


def _code(cell: Any) -> str:
    said = digits(cell)
    if len(said) > 40 or not _CODE.fullmatch(said):
        raise Wrong(_("A code has only digits and letters, 40 at most."))
    return said


_READS: Mapping[Kind, Reads] = {
    Kind.INTEGER: _integer,
    Kind.DAY: day,
    Kind.YES: _yes,
    Kind.MOBILE: _mobile,
    Kind.CODE: _code,
}
