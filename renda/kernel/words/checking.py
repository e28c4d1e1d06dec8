"""What is wrong with the catalogue, each fault with the sentence and what to do."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from babel.messages.catalog import Catalog, Message

from renda.kernel.words.forbidding import forbidden_in, rules
from renda.kernel.words.po import is_translated, messages

CHINESE = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
PLACE = re.compile(r"%\(\w+\)[#0\- +]*\d*(?:\.\d+)?[a-z]|%[sdrf]|%%|\{\w*\}")
# Not behind a figure: 7wd and 09T09 are written like that everywhere.
LATIN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9-]+")
HALF_WIDTH = re.compile(r"[\u3400-\u9fff][,;:?]")


@dataclass(frozen=True)
class Fault:
    """One thing to mend."""

    kind: str
    sentence: str
    why: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.sentence!r}: {self.why}"


def faults(catalogue: Catalog, found: Catalog) -> list[Fault]:
    """Everything wrong with `catalogue`, for the sentences `found` in the code."""
    wrong = list(_missing(catalogue, found))
    for message in messages(catalogue):
        if found.get(message.id, message.context) is None:
            wrong.append(Fault("unused", english(message), "the code no longer says it"))
        elif is_translated(message):
            wrong.extend(_of(message))
    wrong.extend(fault for message in messages(found) for fault in _english_faults(message))
    return wrong


def english(message: Message) -> str:
    """The sentence in the code; of two forms the one for many."""
    return str(message.id[-1] if isinstance(message.id, tuple) else message.id)


def chinese(message: Message) -> str:
    """The sentence on the screen."""
    said = message.string
    return "\n".join(said) if isinstance(said, (tuple, list)) else str(said)


def _missing(catalogue: Catalog, found: Catalog) -> Iterator[Fault]:
    for message in messages(found):
        known = catalogue.get(message.id, message.context)
        if known is None or not is_translated(known):
            yield Fault("missing", english(message), "it has no Chinese")
        elif bool(message.pluralizable) != bool(known.pluralizable):
            yield Fault("missing", english(message), "one form in the code, two in the catalogue")


def _of(message: Message) -> Iterator[Fault]:
    for check in _CHECKS:
        if why := check(message):
            yield Fault(check.__name__.strip("_"), english(message), why)


def _fuzzy(message: Message) -> str:
    return "marked fuzzy: look at it and take the mark away" if message.fuzzy else ""


def _placeholders(message: Message) -> str:
    wanted, given = (Counter(PLACE.findall(t)) for t in (english(message), chinese(message)))
    return "" if wanted == given else f"{sorted(wanted)} became {sorted(given)}"


def _english(message: Message) -> str:
    said = chinese(message)
    if english(message) in rules().alike or CHINESE.search(said):
        return ""
    return f"no Chinese in {said!r}; if that is right, list it in allowed.toml"


def _latin(message: Message) -> str:
    words = set(LATIN.findall(PLACE.sub(" ", chinese(message)))) - rules().latin
    return f"Latin words {sorted(words)}" if words else ""


def _forbidden(message: Message) -> str:
    return "; ".join(forbidden_in(chinese(message), english(message)))


def _marks(message: Message) -> str:
    said = chinese(message)
    if any(mark in said for mark in "!！·・•"):
        return "no exclamation marks and no dots between words"
    if HALF_WIDTH.search(said) and CHINESE.search(said):
        return "a half-width mark behind a Chinese character"
    return ""


_CHECKS: tuple[Callable[[Message], str], ...] = (
    _fuzzy,
    _placeholders,
    _english,
    _latin,
    _forbidden,
    _marks,
)


def _english_faults(message: Message) -> Iterator[Fault]:
    said = english(message)
    if said != said.strip() and said not in rules().alike:
        yield Fault("part", said, "a sentence is never built from parts: no space at its edge")
    if re.fullmatch(r"[a-z][\w ]*:", said):
        yield Fault("part", said, "a fragment with a colon: say the whole sentence")
    if "!" in said:
        yield Fault("marks", said, "no exclamation marks")
