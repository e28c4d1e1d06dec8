"""What a roster writes, as it is kept, and when two spellings say the same.

What is written stays as it is written; only the comparison is made alike, so that a file taken in
twice changes nothing.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from renda.deputies.naming import kept_name

BLANK = frozenset(("", "-", "－", "—", "——", "/", "／", "无", "空", "暂无", "不详", "未填"))
_SPACE = re.compile(r"\s+")
# What offices write for the same party; the democratic parties have a short name each.
_PARTIES = {
    "中共党员": "中共",
    "共产党员": "中共",
    "党员": "中共",
    "中国共产党": "中共",
    "中国共产党党员": "中共",
    "中共预备党员": "中共预备",
    "民革党员": "民革",
    "民盟盟员": "民盟",
    "民建会员": "民建",
    "民进会员": "民进",
    "农工党党员": "农工党",
    "致公党党员": "致公党",
    "九三学社社员": "九三学社",
    "九三": "九三学社",
    "台盟盟员": "台盟",
    "无党派人士": "无党派",
}
_EDUCATION = {
    "大学": "本科",
    "大学本科": "本科",
    "本科学历": "本科",
    "专科": "大专",
    "大学专科": "大专",
    "硕士研究生": "硕士",
    "博士研究生": "博士",
}


def kept(name: str, written: Any) -> Any:
    """As it is kept: a dash is nothing, a name has no spaces."""
    if not isinstance(written, str):
        return written
    text = unicodedata.normalize("NFC", written).strip()
    if name == "name":
        return kept_name(text)
    return "" if text in BLANK else text


def kept_all(values: Mapping[str, Any]) -> dict[str, Any]:
    """All values of a record."""
    return {name: kept(name, value) for name, value in values.items()}


def alike(name: str, one: Any, other: Any) -> bool:
    """Whether two values of a field say the same."""
    if name == "born" and isinstance(one, str) and isinstance(other, str):
        return one.startswith(other) or other.startswith(one) if one and other else one == other
    return bool(_plain(name, one) == _plain(name, other))


def _plain(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = _SPACE.sub("", unicodedata.normalize("NFKC", value)).strip("。.")
    if name == "party":
        return _PARTIES.get(text, text)
    if name == "education":
        part_time = text.startswith("在职")
        text = text.removeprefix("在职").removesuffix("学历")
        return part_time, _EDUCATION.get(text, text)
    if name == "nationality":
        return text.removesuffix("族") if len(text) > 1 else text
    return text


def is_more(name: str, before: Any, after: Any) -> bool:
    """Whether the file says something new of this field. An empty cell says nothing, and a month
    nothing new where the day is known."""
    if after in ("", None):
        return False
    if name == "born" and before and str(after).startswith(str(before)):
        return len(str(after)) > len(str(before))
    return not alike(name, before, after)
