"""Erasing what a row of a register says about a person (PIPL 47): the fields are emptied for good,
and the words of its history that hold them are erased with them."""

from collections.abc import Iterable
from typing import Any

from django.db import models

from renda.kernel.permits.actor import Actor
from renda.kernel.registers.models import Kept
from renda.kernel.trail.models import Event
from renda.kernel.trail.record import erase_words, record


def erase(
    row: Kept, action: str, *, fields: Iterable[str], by: Actor | None, congress_id: int
) -> list[str]:
    """Empty these fields of a row, void or standing; returns which held something.

    The event names the fields, never what was in them; the words of earlier events that speak of
    them are erased, each by an event of its own, and `verify` says so.
    """
    fresh: Any = type(row).ever().select_for_update().get(pk=row.pk)
    names = set(fields)
    held = [f for f in fresh._meta.concrete_fields if f.name in names and getattr(fresh, f.attname)]
    actor_id = by.user_id if by else None
    _erase_words_of(fresh, names, actor_id)
    if not held:
        return []
    for field in held:
        setattr(fresh, field.attname, _nothing(field))
    fresh.version += 1
    fresh.save()
    erased = sorted(field.name for field in held)
    record(
        fresh,
        action,
        congress_id=congress_id,
        actor_id=actor_id,
        version=fresh.version,
        said={"erased": erased},
    )
    row.__dict__.update(fresh.__dict__)
    return erased


def _erase_words_of(row: Kept, names: set[str], actor_id: int | None) -> None:
    mine = Event.objects.filter(subject_type=row._meta.label_lower, subject_id=row.pk)
    for event in mine.select_related("words").order_by("congress_id", "seq"):
        words: Any = getattr(event, "words", None)
        said = words.said if words is not None else {}
        if names & {*said.get("set", {}), *said.get("changed", {})}:
            erase_words(event, actor_id=actor_id)


def _nothing(field: "models.Field[Any, Any]") -> Any:
    if field.null:
        return None
    return field.get_default() if isinstance(field, models.JSONField) else ""
