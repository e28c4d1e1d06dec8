"""A step that changes a register: the change stands in the row's own history, and undoing the step
takes it back."""

from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from django.apps import apps
from django.db import models

from renda.kernel.lifecycle.models import RegisterChange, Taken
from renda.kernel.lifecycle.occasion import Occasion
from renda.kernel.permits.actor import Actor
from renda.kernel.registers import keeping, undoing
from renda.kernel.registers.history import STEP
from renda.kernel.registers.models import Kept
from renda.kernel.trail.models import Event

Row = TypeVar("Row", bound=Kept)


def enter(row: Row, action: str, *, occasion: Occasion) -> Row:
    """Enter a new row with a step. Raises Refused as `keeping.enter` does."""
    return _noted(keeping.enter(row, action, **_with(occasion)), occasion)


def change(row: Row, action: str, *, occasion: Occasion, values: Mapping[str, Any]) -> Row:
    """Change a row with a step. Raises Refused as `keeping.change` does."""
    return _noted(keeping.change(row, action, values=values, **_with(occasion)), occasion)


def withdraw(
    row: Row, action: str, *, occasion: Occasion, though: Collection[type[models.Model]] = ()
) -> Row:
    """Withdraw a row with a step. Raises Refused as `keeping.withdraw` does."""
    return _noted(keeping.withdraw(row, action, though=though, **_with(occasion)), occasion)


def take_back(taken: Taken, by: Actor) -> None:
    """Undo what a step did to registers, the last first. Raises Refused when a row was changed
    after it."""
    for change in RegisterChange.objects.filter(taken=taken).order_by("-id"):
        model: Any = apps.get_model(change.row_type)
        row = model.ever().get(pk=change.row_id)
        undoing.undo(row, change.event_seq, congress_id=taken.congress_id, by=by, with_step=True)


def _with(occasion: Occasion) -> dict[str, Any]:
    row = occasion.row
    return {"by": occasion.by, "congress_id": row.congress_id, "said": {STEP: row.action}}


def _noted(row: Row, occasion: Occasion) -> Row:
    kind = row._meta.label_lower
    mine = Event.objects.filter(congress_id=occasion.row.congress_id)
    event = mine.filter(subject_type=kind, subject_id=row.pk).latest("seq")
    RegisterChange.objects.create(
        taken=occasion.row, row_type=kind, row_id=row.pk, event_seq=event.seq
    )
    return row
