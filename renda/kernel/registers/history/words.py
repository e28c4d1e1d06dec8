"""Values and fields in words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from renda.kernel.registers.history.shapes import Line, Said
from renda.kernel.registers.values import UNSAID


def changed_lines(model: type[models.Model], said: Said, known: dict[Any, str]) -> Iterator[Line]:
    """What an act changed, field by field, in words."""
    for name, value in said.get("set", {}).items():
        if name == "congress":  # the whole page says which
            continue
        yield Line(field_label(model, name), None, _shown(model, name, value, known))
    for name, (before, after) in said.get("changed", {}).items():
        label = field_label(model, name)
        yield Line(label, _shown(model, name, before, known), _shown(model, name, after, known))


def _field(model: type[models.Model], name: str) -> Any:
    return next((f for f in model._meta.concrete_fields if f.name == name), None)


def field_label(model: type[models.Model], name: str) -> str:
    """What a field of a row is called."""
    field = _field(model, name)
    return str(field.verbose_name) if field is not None else name


def shown_value(model: type[models.Model], name: str, value: Any) -> str:
    """A value said in an event, or kept like one, in words; keys of other rows stay keys."""
    return _shown(model, name, value, {})


def _shown(model: type[models.Model], name: str, value: Any, known: dict[Any, str]) -> str:
    field = _field(model, name)
    is_sealed = name in getattr(model, "SEALED", ())  # such a one is only said to be there or not
    if field is None or value in (None, "", [], {}) or (is_sealed and not value):
        return _("nothing")
    if is_sealed:
        return _("a number that is kept sealed")
    if field.is_relation:
        return known.get((field.related_model, value), str(value))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.DateField) and (day := parse_date(str(value)[:10])):
        return date_format(day, "Y-m-d")
    if isinstance(value, list):
        labels = getattr(model, "LABELS", {}).get(name, {})
        return "、".join(str(labels.get(one, one)) for one in value)
    return str(value)


def names_of_rows(model: type[models.Model], said: Iterable[Said]) -> dict[Any, str]:
    """What the rows named in a history are called, void ones too: one query a model."""
    wanted: dict[Any, set[int]] = defaultdict(set)
    for words in said:
        pairs = [(n, [v]) for n, v in words.get("set", {}).items()]
        pairs += list(words.get("changed", {}).items())
        for name, values in pairs:
            field = _field(model, name)
            if field is not None and field.is_relation and name not in UNSAID:
                wanted[field.related_model] |= {v for v in values if isinstance(v, int)}
    return {
        (other, row.pk): str(row)
        for other, ids in wanted.items()
        for row in other._base_manager.filter(pk__in=ids)
    }
