"""A row of a clock is replaced, never changed."""

from datetime import date
from typing import Any

from renda.kernel.clock.counting import Counted
from renda.kernel.clock.models import Deadline

_KEPT = (
    "congress_id",
    "subject_type",
    "subject_id",
    "name",
    "span",
    "cites",
    "started_on",
    "started_at",
    "started_by",
)


def replace(
    old: Deadline,
    counted: Counted,
    *,
    stopped_on: date,
    stopped_by: int | None = None,
    **changed: Any,
) -> Deadline:
    """Stop a row and put another in its place, alike but for the count and what else is named."""
    Deadline.objects.filter(pk=old.pk).update(stopped_on=stopped_on, stopped_by=stopped_by)
    alike = {name: getattr(old, name) for name in _KEPT}
    return Deadline.objects.create(**{**alike, **changed, **ends(counted)}, replaces=old)


def ends(counted: Counted) -> dict[str, Any]:
    """The days a counted span gives a row."""
    return {
        "statutory_on": counted.statutory,
        "latest_on": counted.latest,
        "at": counted.at,
        "is_provisional": counted.is_provisional,
    }
