"""What else tells of a row, and what acts are called."""

from collections.abc import Callable, Iterable
from typing import Any

from renda.kernel.registers.history.shapes import Told
from renda.kernel.registers.models import Kept

Source = Callable[[Kept], Iterable[Told]]


SOURCES: list[Source] = []


LABELS: dict[str, Any] = {}


def also(source: Source) -> None:
    """Register another source of what happened to rows, such as the runs of the exchange."""
    if source not in SOURCES:
        SOURCES.append(source)


def called(labels: dict[str, Any]) -> None:
    """Register what actions are called in a history: {"congress.give_post": _("Post given")}."""
    LABELS.update(labels)
