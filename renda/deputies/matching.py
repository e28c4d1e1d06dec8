"""Words in common between a field and a person: 农牧水利 and "水利工程师"."""

import re
from collections.abc import Iterable

_APART = re.compile(r"[\s、，,；;。．.·/（）()《》“”\"']+")
# What every group's name ends with says nothing about its field.
_COMMON = re.compile("代表小组|代表组|活动小组|小组|专业|领域|界别|方面|工作|及其|和|与")


def words_of(text: str) -> list[str]:
    """The words of a field or of a topic, without what every name ends with."""
    parts = _APART.split(_COMMON.sub(" ", text))
    return list(dict.fromkeys(part for part in parts if len(part) > 1))


def common_words(field: str, text: str) -> list[str]:
    """What of a field is found in a text: whole words, else pairs of characters of a longer one."""
    found: list[str] = []
    for word in words_of(field):
        found += [word] if word in text else [pair for pair in _pairs(word) if pair in text]
    return list(dict.fromkeys(found))


def likeness(words: Iterable[str]) -> int:
    """How much such words weigh: a longer one more."""
    return sum(len(word) ** 2 for word in words)


def _pairs(word: str) -> list[str]:
    return [word[i : i + 2] for i in range(len(word) - 1)] if len(word) > 2 else []
