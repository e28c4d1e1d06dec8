"""The pages of all registers: the hub, a list, a row with its history, a form; and their acts."""

from typing import Any

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid
from renda.kernel.pages.request import Request, version_seen
from renda.kernel.permits.refusal import Refused
from renda.kernel.permits.who import signed_in
from renda.kernel.registers import hub, keeping, showing, undoing
from renda.kernel.registers.history import history_of
from renda.kernel.registers.permits import reads_registers
from renda.kernel.registers.register import (
    Mark,
    Register,
    additions_to,
    offered,
    readable,
    writable,
)


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
    sheet = showing.sheet(kept, found, asked.get("page", ""))
    return {
        "register": kept,
        "rows": [(row, showing.cells(kept.columns, row)) for row in sheet.rows],
        "columns": kept.columns,
        "total": sheet.total,
        "chips": showing.chips(kept, request.actor, asked.get("show", "")),
        "asked": asked.dict(),
        "is_filtered": bool(asked.get("q") or asked.get("show")),
        "earlier": showing.address(request, sheet.number - 1) if sheet.number > 1 else "",
        "later": "" if sheet.is_last else showing.address(request, sheet.number + 1),
        "may_add": kept.can_add and kept.keeps(request.actor),
        "links": offered(kept, request.actor, request.congress),
        "alarm": kept.alarm(request.actor, request.congress),
        "query": showing.address(request, None),
    }


@page("registers/row.html", to=signed_in)
def row(request: Request, register: str, pk: int) -> dict[str, Any]:
    """One row: its facts, what the domain adds, and its history."""
    kept = readable(register, request.actor)
    found = _row_ever(request, kept, pk)
    is_keeper = kept.keeps(request.actor)
    stands = is_keeper and not found.is_void
    return {
        "register": kept,
        "row": found,
        "title": kept.title(found),
        "cells": showing.cells((*kept.columns, *kept.facts), found),
        "history": history_of(found, kept.trail_of(found, request.congress)),
        "may_undo": is_keeper,
        "may_change": stands,
        "may_withdraw": stands and kept.can_withdraw,
        "withdrawn": Mark(_("Withdrawn"), "t-late", "late") if found.is_void else None,
        **({} if found.is_void else _around(request, kept, found)),
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
    seen, reason, said = version_seen(request), form.reason, None
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
        seen=version_seen(request),
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
    found = _row_ever(request, kept, pk)
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


def _row_ever(request: Request, register: Register, pk: int) -> Any:
    """The row, though it be withdrawn: whoever keeps the register reads it and may undo it."""
    if register.keeps(request.actor):
        void = register.withdrawn(request.actor).filter(pk=pk).first()
        if void is not None:
            return void
    return _row(request, register, pk)


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


def _address(request: Request, register: Register, pk: int) -> str:
    return reverse("registers:row", args=[request.congress.slug, register.key, pk])
