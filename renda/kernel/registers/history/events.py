"""What the events of a row say, and which can be taken back."""

from collections.abc import Collection, Iterable
from typing import Any

from renda.kernel.registers.history.shapes import STEP, UNDO, Said
from renda.kernel.registers.models import Kept
from renda.kernel.registers.values import fields_of, said_as
from renda.kernel.trail.models import Event


def undone_by(events: Iterable[Event]) -> set[tuple[int, Any]]:
    """Which events these take back, each by its congress and its place in that trail."""
    return {(e.congress_id, said_in(e).get("undoes")) for e in events if e.action == UNDO}


def said_in(event: Event) -> Said:
    """The words of an event; nothing when they were erased."""
    words: Any = getattr(event, "words", None)
    return dict(words.said) if words is not None else {}


def is_undoable(
    event: Event, row: Kept, undone: Collection[tuple[int, Any]], *, with_step: bool = False
) -> bool:
    """Whether taking this event back would leave no later change behind: the values are still
    those that it set. What a step of a process changed is undone with the step, never alone."""
    said = said_in(event)
    if event.action == UNDO or (event.congress_id, event.seq) in undone:
        return False
    if STEP in said and not with_step:
        return False
    if said.get("void"):
        return row.is_void
    if row.is_void:
        return False
    if "set" in said:
        return event.version == row.version
    now_is = _now(row)
    changed = said.get("changed", {})
    sealed = getattr(row, "SEALED", ())
    return bool(changed) and all(
        name not in sealed and now_is.get(name) == after
        for name, (_before, after) in changed.items()
    )


def _now(row: Kept) -> Said:
    return {f.name: said_as(row, f) for f in fields_of(type(row))}


def place_of(row: Any, congress_id: int) -> int:
    """The place in a congress's trail of what was just written about a row: undone along with the
    rest. A place or a person stands in several trails, each with numbers of its own."""
    mine = Event.objects.filter(subject_type=row._meta.label_lower, subject_id=row.pk)
    return mine.filter(congress_id=congress_id).latest("seq").seq
