"""A step that changes a register: the change stands in the row's own history, and undoing the step
takes it back."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

from django.apps import apps
from django.db import models

from renda.kernel.lifecycle.models import RegisterChange, Taken
from renda.kernel.lifecycle.occasion import Occasion
from renda.kernel.permits.actor import Actor
from renda.kernel.registers import keeping, undoing
from renda.kernel.registers.history import STEP
from renda.kernel.registers.models import Kept
from renda.kernel.registers.register import REGISTERS
from renda.kernel.trail.models import Event

Row = TypeVar("Row", bound=Kept)


@contextmanager
def along(occasion: Occasion) -> Iterator[None]:
    """Whatever is done to registers inside is done by the step, and undone with it; in the trail of
    another congress too."""
    taken = occasion.row

    def note(row: Kept, event: Event) -> None:
        RegisterChange.objects.create(
            taken=taken,
            row_type=row._meta.label_lower,
            row_id=row.pk,
            congress_id=event.congress_id,
            event_seq=event.seq,
        )

    with keeping.noting({STEP: taken.action}, note):
        yield


def enter(row: Row, action: str, *, occasion: Occasion) -> Row:
    """Enter a new row with a step. Raises Refused as `keeping.enter` does."""
    with along(occasion):
        return keeping.enter(row, action, **_whose(occasion))


def change(row: Row, action: str, *, occasion: Occasion, values: Mapping[str, Any]) -> Row:
    """Change a row with a step. Raises Refused as `keeping.change` does."""
    with along(occasion):
        return keeping.change(
            row, action, values=values, reason=occasion.reason, **_whose(occasion)
        )


def withdraw(
    row: Row, action: str, *, occasion: Occasion, though: Collection[type[models.Model]] = ()
) -> Row:
    """Withdraw a row with a step. Raises Refused as `keeping.withdraw` does."""
    with along(occasion):
        return keeping.withdraw(
            row, action, though=though, reason=occasion.reason, **_whose(occasion)
        )


def locked(steps: Iterable[Taken]) -> list[Kept]:
    """The rows that these steps changed, locked before the first event of their undoing."""
    changes = RegisterChange.objects.filter(taken__in=list(steps))
    found: list[Kept] = []
    for kind in changes.order_by("row_type").values_list("row_type", flat=True).distinct():
        rows = apps.get_model(kind).ever().select_for_update()
        found += rows.filter(pk__in=changes.filter(row_type=kind).values("row_id")).order_by("pk")
    return found


def take_back(taken: Taken, by: Actor) -> None:
    """Undo what a step did to registers, the last first. Raises Refused when a row was changed
    after it."""
    for change in RegisterChange.objects.filter(taken=taken).order_by("-id"):
        model: Any = apps.get_model(change.row_type)
        row = model.ever().get(pk=change.row_id)
        undoing.undo(row, change.event_seq, congress_id=change.congress_id, by=by, with_step=True)


def check(rows: Iterable[Kept], by: Actor) -> None:
    """What each register asks of a row of which a change was undone. Raises Refused."""
    for row in rows:
        model: Any = type(row)
        for register in REGISTERS.values():
            if register.model() is model:
                fresh = model.ever().get(pk=row.pk)
                register.follows(fresh, by)
                register.checks(fresh, by)


def _whose(occasion: Occasion) -> dict[str, Any]:
    return {"by": occasion.by, "congress_id": occasion.row.congress_id}
