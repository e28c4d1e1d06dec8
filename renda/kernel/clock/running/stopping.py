"""A clock stops; what a step did to clocks is taken back."""

from datetime import date
from typing import Any

from renda.kernel.clock.models import Deadline


def stop(subject: Any, name: str, *, on: date, taken_id: int | None) -> None:
    """Stop the subject's running clock of this name, if there is one."""
    running = Deadline.objects.of(subject).named(name).running()
    running.update(stopped_on=on, stopped_by=taken_id)


def undo(taken_id: int) -> None:
    """Take back what a step did to clocks: void what it started, run again what it stopped."""
    Deadline.objects.filter(started_by=taken_id, is_void=False).update(is_void=True)
    Deadline.objects.filter(stopped_by=taken_id, is_void=False).update(
        stopped_on=None, stopped_by=None
    )
