"""What happened to a row: entered, changed from what to what, withdrawn, undone, by whom, when."""

from renda.kernel.registers.history.events import is_undoable, place_of, said_in, undone_by
from renda.kernel.registers.history.shapes import STEP, UNDO, Entry, Told
from renda.kernel.registers.history.sources import also, called
from renda.kernel.registers.history.telling import history_of
from renda.kernel.registers.history.words import (
    changed_lines,
    field_label,
    names_of_rows,
    shown_value,
)

__all__ = [
    "STEP",
    "UNDO",
    "Entry",
    "Told",
    "also",
    "called",
    "changed_lines",
    "field_label",
    "history_of",
    "is_undoable",
    "names_of_rows",
    "place_of",
    "said_in",
    "shown_value",
    "undone_by",
]
