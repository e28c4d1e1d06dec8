"""The pages of all registers: the hub, a list, a row with its history, a form; and their acts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid
from renda.kernel.pages.request import Request
from renda.kernel.permits.refusal import Refused
from renda.kernel.permits.who import signed_in
from renda.kernel.registers import hub, keeping, undoing
from renda.kernel.registers.history import history_of
from renda.kernel.registers.permits import reads_registers
from renda.kernel.registers.register import (
    Column,
    Register,
    additions_to,
    offered,
    readable,
    writable,
)
from renda.kernel.registers.tree import window

PAGE = 50


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, and how its column is shown."""

    value: Any
    label: str
    is_title: bool
    is_desk: bool
    is_name: bool = False


@page("registers/hub.html", to=reads_registers)
def all_registers(request: Request) -> dict[str, Any]:
    """What this person keeps or reads."""
    return {"groups": hub.doors(request)}


@page("registers/list.html", to=signed_in)
def rows(request: Request, register: str) -> dict[str, Any]:
    """A register, searched and filtered, in its own order."""
    kept = readable(register, request.actor)
    asked = request.GET
    found = kept.found(request.actor, asked.get("q", ""), asked.get("show", ""))
    number = _page_number(asked.get("page", ""))
    total, shown = window(kept, found, slice((number - 1) * PAGE, number * PAGE))
    return {
        "register": kept,
        "rows": [(row, _cells(kept.columns, row)) for row in shown],
        "columns": kept.columns,
        "total": total,
        "chips": _chips(kept, asked.get("show", "")),
        "asked": asked.dict(),
        "is_filtered": bool(asked.get("q") or asked.get("show")),
        "earlier": _with(request, number - 1) if number > 1 else "",
        "later": _with(request, number + 1) if number * PAGE < total else "",
        "may_add": kept.form is not None and kept.can_add and kept.writes(request.actor),
        "links": offered(kept, request.actor, request.congress),
        "alarm": kept.alarm(request.actor, request.congress),
        "query": _with(request, None),
    }


@page("registers/row.html", to=signed_in)
def row(request: Request, register: str, pk: int) -> dict[str, Any]:
    """One row: its facts, what the domain adds, and its history."""
    kept = readable(register, request.actor)
    found = _row(request, kept, pk)
    is_keeper = kept.form is not None and kept.writes(request.actor)
    return {
        "register": kept,
        "row": found,
        "title": kept.title(found),
        "cells": _cells((*kept.columns, *kept.facts), found),
        "history": history_of(found),
        "may_change": is_keeper,
        "may_withdraw": is_keeper and kept.can_withdraw,
        **_around(request, kept, found),
    }


@page("registers/form.html", to=signed_in)
def new(request: Request, register: str) -> dict[str, Any]:
    """The form for a new row."""
    kept = _may_add(request, register)
    return {"register": kept, "row": None, "form": _form(request, kept)}


@page("registers/form.html", to=signed_in)
def edit(request: Request, register: str, pk: int) -> dict[str, Any]:
    """The form for a change."""
    kept = writable(register, request.actor)
    found = _row(request, kept, pk)
    title = kept.title(found)
    return {"register": kept, "row": found, "title": title, "form": _form(request, kept, found)}


@act(to=signed_in, again=new)
def enter(request: Request, register: str) -> str:
    """Enter a new row."""
    kept = _may_add(request, register)
    form = _typed(request, kept)
    if kept.adds is not None:
        entered = _or_refused(form, kept.adds, form.values, request.actor)
    else:
        made = kept.model()(**form.values)
        if hasattr(type(made), "congress") and "congress" not in form.values:
            made.congress = request.congress
        action = kept.event("add")
        entered = _or_refused(
            form, keeping.enter, made, action, by=request.actor, congress_id=request.congress.pk
        )
    _or_refused(form, kept.checks, entered, request.actor)
    messages.success(request, _("Entered."))
    return _address(request, kept, entered.pk)


@act(to=signed_in, again=edit)
def change(request: Request, register: str, pk: int) -> str:
    """Change a row; the version that was seen must be the present one."""
    kept = writable(register, request.actor)
    found = _row(request, kept, pk)
    form = _typed(request, kept, found)
    fresh = _row(request, kept, pk)  # validating a form writes into the row it was given
    seen, reason, said = _seen(request), form.reason, None
    if kept.changes is not None:
        said = _or_refused(form, kept.changes, fresh, form.values, request.actor, seen, reason)
    else:
        _or_refused(
            form,
            keeping.change,
            fresh,
            kept.event("change"),
            by=request.actor,
            values=form.values,
            seen=seen,
            reason=reason,
            congress_id=kept.trail_of(fresh, request.congress),
        )
    _or_refused(form, kept.checks, fresh, request.actor)
    messages.success(request, said if isinstance(said, str) else _("Changed."))
    return _address(request, kept, pk)


@act(to=signed_in, again=row)
def withdraw(request: Request, register: str, pk: int) -> str:
    """Withdraw a row entered by mistake."""
    kept = writable(register, request.actor)
    if not kept.can_withdraw:
        raise Http404
    found = _row(request, kept, pk)
    withdrawn = keeping.withdraw(
        found,
        kept.event("withdraw"),
        by=request.actor,
        reason=request.POST.get("why", "")[:200],
        seen=_seen(request),
        congress_id=kept.trail_of(found, request.congress),
    )
    kept.follows(found, request.actor)
    kept.checks(withdrawn, request.actor)
    messages.success(request, _("Withdrawn. It has left the list; its history stays."))
    return reverse("registers:list", args=[request.congress.slug, kept.key])


@act(to=signed_in, again=row)
def undo(request: Request, register: str, pk: int, event: int) -> str:
    """Undo the last change of a row."""
    kept = writable(register, request.actor)
    found = _row(request, kept, pk)
    trail = kept.trail_of(found, request.congress)
    undoing.undo(found, event, congress_id=trail, by=request.actor)
    kept.follows(found, request.actor)
    kept.checks(found, request.actor)
    messages.success(request, _("Undone."))
    if found.is_void:
        return reverse("registers:list", args=[request.congress.slug, kept.key])
    return _address(request, kept, pk)


def _around(request: Request, register: Register, found: Any) -> dict[str, Any]:
    """What the domain says around a row, and what the domains above it add."""
    said = dict(register.more(request, found))
    links = [*register.links(request.actor, request.congress, found)]
    added = additions_to(register.key, found)
    for addition in added:
        said |= addition.more(request, found)
        links += addition.links(request.actor, request.congress, found)
    return {**said, "links": links, "added": [addition.template for addition in added]}


def _may_add(request: Request, register: str) -> Register:
    kept = writable(register, request.actor)
    if not kept.can_add:
        raise Http404
    return kept


def _row(request: Request, register: Register, pk: int) -> Any:
    found = register.rows(request.actor).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _form(request: Request, register: Register, found: Any = None) -> Any:
    if request.problem is not None and request.problem.form is not None:
        return request.problem.form
    first = {} if found is not None else request.GET.dict()
    return register.form(
        instance=found, initial=first, congress=request.congress, actor=request.actor
    )


def _typed(request: Request, register: Register, found: Any = None) -> Any:
    form = register.form(
        request.POST,
        request.FILES,
        instance=found,
        congress=request.congress,
        actor=request.actor,
    )
    if not form.is_valid():
        raise Invalid(form)
    return form


def _or_refused(form: Any, does: Any, *args: Any, **kwargs: Any) -> Any:
    """Do it; a refusal carries the form, so that what was typed stays."""
    try:
        return does(*args, **kwargs)
    except Refused as refused:
        refused.form = form  # type: ignore[attr-defined]
        raise


def _seen(request: Request) -> int:
    sent = request.POST.get("version", "")
    return int(sent[:9]) if sent.isascii() and sent.isdecimal() else -1


def _cells(columns: Sequence[Column], found: Any) -> list[Cell]:
    return [Cell(c.value(found), str(c.label), c.is_title, c.is_desk, c.is_name) for c in columns]


def _chips(register: Register, current: str) -> list[dict[str, Any]]:
    if not register.chips:
        return []
    known = {chip.name for chip in register.chips}
    usual = register.first.label if register.first else _("All")
    shown = [{"label": usual, "url": "?", "is_current": current not in known}]
    return shown + [
        {"label": c.label, "url": f"?show={c.name}", "is_current": c.name == current}
        for c in register.chips
    ]


def _page_number(asked: str) -> int:
    return max(int(asked[:6]), 1) if asked.isascii() and asked.isdecimal() else 1


def _with(request: Request, number: int | None) -> str:
    kept = {name: request.GET[name] for name in ("q", "show") if request.GET.get(name)}
    return "?" + urlencode(kept | ({"page": str(number)} if number else {}))


def _address(request: Request, register: Register, pk: int) -> str:
    return reverse("registers:row", args=[request.congress.slug, register.key, pk])
