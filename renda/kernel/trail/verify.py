"""Proving that nothing was altered: triggers, sequence, hashes, words, heads and anchors."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef

from renda.kernel.trail.anchors import read_anchors
from renda.kernel.trail.models import NOTHING, Chain, Event, Words
from renda.kernel.trail.triggers import missing

Check = Callable[[], Iterator["Fault"]]
_checks: list[Check] = []


@dataclass(frozen=True)
class Fault:
    """The first thing found wrong: of which kind, where, and what it means."""

    kind: str
    congress_id: int | None
    seq: int | None
    why: str

    def __str__(self) -> str:
        where = f"congress {self.congress_id}, event {self.seq}: " if self.congress_id else ""
        return f"{self.kind}: {where}{self.why}"


def also(check: Check) -> Check:
    """Register a domain's own proof, such as the hash on an organ's receipt."""
    if check not in _checks:
        _checks.append(check)
    return check


def faults(anchors: Path | None = None) -> Iterator[Fault]:
    """Everything found wrong, the trail's own faults first; empty when all is whole."""
    for name in missing(connection):
        yield Fault("trigger", None, None, f"the trigger {name} is missing or was changed")
    heads: dict[int, tuple[int, str]] = {}
    marks: dict[tuple[int, int], str] = read_anchors(anchors) if anchors else {}
    erased = _erased()
    for event in Event.objects.select_related("words").iterator(2000):
        yield from _event_faults(event, heads, marks, erased)
    yield from _head_faults(heads)
    for congress_id, seq in sorted(marks):
        yield Fault("anchor", congress_id, seq, "the event of this anchor is not in the trail")
    yield from _stray_words()
    for check in _checks:
        yield from check()


def erasures() -> Iterator[str]:
    """Whose words were erased, and by which event: lawful, and said."""
    by = _erased()
    for event in Event.objects.filter(pk__in=by):
        yield (
            f"congress {event.congress_id}: the words of event {event.seq} "
            f"were erased by event {by[event.pk]}"
        )


def _erased() -> dict[int, int]:
    rows = Event.objects.filter(action="trail.erase_words").values_list("subject_id", "seq")
    return dict(rows)


def _event_faults(
    event: Event,
    heads: dict[int, tuple[int, str]],
    marks: dict[tuple[int, int], str],
    erased: dict[int, int],
) -> Iterator[Fault]:
    seq, head = heads.get(event.congress_id, (0, NOTHING))
    here = (event.congress_id, event.seq)
    if event.seq != seq + 1:
        yield Fault("gap", *here, f"the event before it is {seq}, not {event.seq - 1}")
    elif event.prev != head:
        yield Fault("chain", *here, "it does not carry the hash of the event before it")
    if event.hash != event.digest():
        yield Fault("event", *here, "the event was changed after it was recorded")
    if here in marks and marks.pop(here) != event.hash:
        yield Fault("anchor", *here, "its hash is not the one that was anchored outside")
    yield from _word_faults(event, erased)
    heads[event.congress_id] = (event.seq, event.hash)


def _word_faults(event: Event, erased: dict[int, int]) -> Iterator[Fault]:
    words: Any = getattr(event, "words", None)
    here = (event.congress_id, event.seq)
    if words is None and event.words_hash and event.pk not in erased:
        yield Fault("words", *here, "its words are gone and no event says who erased them")
    if words is not None and words.digest() != event.words_hash:
        yield Fault("words", *here, "its words were changed after they were recorded")


def _head_faults(heads: dict[int, tuple[int, str]]) -> Iterator[Fault]:
    for chain in Chain.objects.order_by("congress_id"):
        seq, head = heads.pop(chain.congress_id, (0, NOTHING))
        if seq != chain.seq:
            yield Fault("tail", chain.congress_id, seq, f"the chain ended at {chain.seq}")
        elif head != chain.head:
            yield Fault("tail", chain.congress_id, seq, "the head of the chain has another hash")
    for congress_id, (seq, _head) in heads.items():
        yield Fault("tail", congress_id, seq, "the chain has lost its head row")


def _stray_words() -> Iterator[Fault]:
    event = Event.objects.filter(pk=OuterRef("pk"))  # no join: the row may point to nothing
    for words in Words.objects.filter(~Exists(event))[:1]:
        yield Fault("words", None, None, f"words without an event: {words.pk}")
