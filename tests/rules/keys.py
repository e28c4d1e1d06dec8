"""Foreign keys go down the floors as imports do; a string cannot hide one here."""

from collections.abc import Iterable, Iterator
from typing import Any

from tests.rules.imports import may_know

Edge = tuple[str, str, str]  # the module of a model, the field, the module of its target


def edges(models: Iterable[Any]) -> Iterator[Edge]:
    """Every relation between models of ours, read from `_meta`."""
    for model in models:
        for field in model._meta.get_fields():
            target = field.related_model if field.is_relation and field.concrete else None
            if target is not None and model.__module__.startswith("renda."):
                label = f"{model._meta.label}.{field.name}"
                yield model.__module__, label, target.__module__


def upward(found: Iterable[Edge]) -> list[str]:
    """Keys to a model of an upper floor, or of a neighbour."""
    return [f"{name} points to {there}" for here, name, there in found if not may_know(here, there)]
