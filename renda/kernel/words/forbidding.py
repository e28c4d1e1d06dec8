"""Words an office of a people's congress does not use, and the one it uses instead."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Word:
    """A word to avoid. It is right inside one of `inside`, and in the sentences of `right_in`."""

    word: str
    use: str
    why: str
    inside: tuple[str, ...] = ()
    right_in: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rules:
    """What the two lists beside this file say."""

    words: tuple[Word, ...]
    alike: frozenset[str]
    latin: frozenset[str]


@cache
def rules() -> Rules:
    """Read once."""
    said = tomllib.loads((HERE / "forbidden.toml").read_text(encoding="utf-8"))
    allowed = tomllib.loads((HERE / "allowed.toml").read_text(encoding="utf-8"))
    words = tuple(
        Word(
            row["word"],
            row["use"],
            row["why"],
            tuple(row.get("inside", ())),
            tuple(row.get("right_in", ())),
        )
        for row in said["words"]
    )
    return Rules(words, frozenset(allowed["alike"]), frozenset(allowed["latin"]))


def forbidden_in(chinese: str, english: str) -> list[str]:
    """What must not be said here, with what to say instead."""
    return [
        f"{rule.word} ({rule.why}): {rule.use}"
        for rule in rules().words
        if english not in rule.right_in and rule.word in _without(chinese, rule.inside)
    ]


def _without(text: str, right: tuple[str, ...]) -> str:
    for words in right:
        text = text.replace(words, " ")
    return text
