"""What a table asks for the whole file: the term of a roster, the kind of a list."""

from collections.abc import Mapping
from datetime import date
from inspect import signature
from typing import Any

from django.utils.translation import gettext as _

from renda.kernel.exchange.table import Table
from renda.kernel.pages.problem import Invalid
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused


def form_of(
    table: Table, congress: Any, actor: Actor, data: Mapping[str, Any] | None = None
) -> Any:
    """The table's form, empty or filled; it is given the congress and the actor if it takes them.
    None when the table asks nothing."""
    if table.form is None:
        return None
    known = {"congress": congress, "actor": actor}
    wanted = _taken_by(table.form)
    return table.form(data, **{name: value for name, value in known.items() if name in wanted})


def cleaned(table: Table, congress: Any, actor: Actor, data: Mapping[str, Any]) -> dict[str, Any]:
    """What was asked for, checked. Raises Invalid with the form."""
    form = form_of(table, congress, actor, data)
    if form is None:
        return {}
    if not form.is_valid():
        raise Invalid(form)
    return dict(form.cleaned_data)


def again(table: Table, congress: Any, actor: Actor, data: Mapping[str, Any]) -> dict[str, Any]:
    """The same for a file that waits. Raises Refused when what was chosen is no longer there."""
    try:
        return cleaned(table, congress, actor, data)
    except Invalid as invalid:
        raise Refused(
            _("What was chosen for the whole file no longer holds. Choose the file again.")
        ) from invalid


def typed(table: Table, congress: Any, actor: Actor, posted: Any) -> dict[str, Any]:
    """What the form was sent with, fit for JSON."""
    names = names_of(table, congress, actor)
    return {name: posted[name] for name in names if name in posted}


def names_of(table: Table, congress: Any, actor: Actor) -> list[str]:
    """What the table asks for the whole file, by the names of its fields."""
    form = form_of(table, congress, actor)
    return list(form.fields) if form is not None else []


def usual(table: Table, congress: Any, actor: Actor) -> dict[str, Any]:
    """What the form holds before anybody types: the present term."""
    form = form_of(table, congress, actor)
    if form is None:
        return {}
    first = {field.html_name: field.value() for field in form}
    return {name: _as_typed(value) for name, value in first.items() if value is not None}


def _as_typed(value: Any) -> Any:
    """A day as its field reads it; what is asked is kept as JSON."""
    return value.isoformat() if isinstance(value, date) else value


def _taken_by(form: Any) -> set[str]:
    """The keywords of its __init__, those of its bases too if it hands them on."""
    names: set[str] = set()
    for cls in form.__mro__:
        if "__init__" in vars(cls):
            names |= set(signature(vars(cls)["__init__"]).parameters)
    return names
