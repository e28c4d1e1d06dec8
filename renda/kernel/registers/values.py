"""A row's values as they stand in the words of an event, and back again."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from typing import Any

from django.db import models

UNSAID = frozenset(("id", "version", "is_void", "path"))  # kept by the house itself


@cache
def fields_of(model: type[models.Model]) -> "list[models.Field[Any, Any]]":
    """The fields that an event speaks of."""
    return [f for f in model._meta.concrete_fields if f.name not in UNSAID]


def plain(row: models.Model, names: Iterable[str] | None = None) -> dict[str, Any]:
    """The row's values by field name, fit for JSON: keys of other rows as ids, days as ISO text.

    What is sealed is said to be there, never what it is; empty fields are left out of a whole row.
    """
    wanted = None if names is None else set(names)
    said = {}
    for field in fields_of(type(row)):
        if wanted is not None and field.name not in wanted:
            continue
        value = said_as(row, field)
        if wanted is not None or value not in ("", None, [], {}):
            said[field.name] = value
    return said


def said_as(row: models.Model, field: "models.Field[Any, Any]") -> Any:
    """One value, fit for JSON."""
    value = getattr(row, field.attname)
    if field.name in getattr(row, "SEALED", ()):
        return bool(value)
    return value.isoformat() if isinstance(value, date | datetime) else value


def put(row: models.Model, name: str, said: Any) -> None:
    """Set a field to a value read from an event."""
    field: Any = row._meta.get_field(name)
    setattr(row, field.attname, field.to_python(said) if said is not None else None)
