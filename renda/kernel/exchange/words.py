"""What stands in a cell, as text: without what no one meant to type."""

import re
import unicodedata
from typing import Any

from django.utils.translation import gettext as _

_PLAIN = re.compile(r"[\u4e00-\u9fff0-9A-Za-z·()（）、，。/.-]*")  # nothing to mend: most cells
_BREAKS = re.compile(r"[\t\r\n\v\f\u0085\u2028\u2029]+")
_SPACES = re.compile(r"[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_APART = re.compile(
    r"([\u3400-\u9fff\U00020000-\U0003ffff]) ([\u3400-\u9fff\U00020000-\U0003ffff])"
)
_SAFE = re.compile(r"'(?=[=+\-@\t\r0-9])|^=(?=\")")  # how exports keep a text from being more
_MONGOLIAN = re.compile(r"[\u1800-\u18af]")  # its letters need signs that are dirt elsewhere
_NOTHING = frozenset(("Cc", "Cf", "Cs"))
_NO_CHARACTER = re.compile(r"[\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff\U0010fffe\U0010ffff]")
_CHINESE = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_TENS = re.compile(r"([1-9]?)十([1-9]?)")
_POWER = re.compile(r"\d(?:\.\d+)?e\+\d+", re.IGNORECASE)
PRECISE = 15  # a spreadsheet keeps no more digits of a number


class Wrong(Exception):
    """A cell does not say what its column holds; `str()` says what to do about it."""


def text(cell: Any) -> str:
    """The cell as one line of text. 单　禾 is 单禾: two characters are spread for the eye only."""
    if isinstance(cell, str):
        return cell if _PLAIN.fullmatch(cell) else _tidied(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return _("yes") if cell else _("no")
    if isinstance(cell, list):
        return str(cell[0])
    return repr(cell) if isinstance(cell, float) else str(cell)


def digits(cell: Any) -> str:
    """The cell as half-width text without any space: a number, a code, a day.

    Raises Wrong for a number that a spreadsheet has already shortened.
    """
    if isinstance(cell, float) and (abs(cell) >= 10**PRECISE or "e" in repr(cell)):
        raise Wrong(_lost())
    said = "".join(unicodedata.normalize("NFKC", text(cell)).split())
    if _POWER.fullmatch(said):
        raise Wrong(_lost())
    return said.removesuffix(".0") if isinstance(cell, str) else said


def arabic(said: str) -> str:
    """二〇二五年十二月 as 2025年12月, 第五届 as 第5届."""
    said = said.translate(_CHINESE)
    return _TENS.sub(lambda m: f"{m[1] or 1}{m[2] or 0}", said)


def _tidied(said: str) -> str:
    said = _BREAKS.sub(" ", said)
    if _MONGOLIAN.search(said):
        return "".join(c for c in said if unicodedata.category(c) != "Cc").strip()
    said = "".join(c for c in said if unicodedata.category(c) not in _NOTHING)
    said = _SPACES.sub(" ", _NO_CHARACTER.sub("", said)).strip()
    if found := _SAFE.match(said):
        said = said[found.end() :].strip('"') if said[0] == "=" else said[1:]
    return "".join(two.groups()) if (two := _APART.fullmatch(said)) else said


def _lost() -> str:
    return _(
        "The spreadsheet made a number of it and lost its last digits. Format the column as text "
        "and type it again."
    )
