"""An entry of a history and its lines."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from renda.kernel.trail.models import Event

UNDO = "registers.undo"


STEP = "step"  # in the words of a change that a step of a process made: the step's action


Said = dict[str, Any]


@dataclass(frozen=True)
class Told:
    """Something that happened to a row outside its own events: a line of a file taken in."""

    at: datetime
    who: str
    label: str
    said: Said
    is_undone: bool = False


@dataclass(frozen=True)
class Line:
    """A field, what it was and what it became; `before` is None when the row was new."""

    label: str
    before: str | None
    after: str


@dataclass(frozen=True)
class Entry:
    """One line of a history. `event` is None for what another source tells."""

    at: datetime
    who: str
    label: str
    lines: list[Line]
    reason: str
    event: Event | None = None
    is_undone: bool = False
    can_undo: bool = False
