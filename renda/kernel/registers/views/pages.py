"""The hub, a list, a row with its history."""

from typing import Any

from django.utils.translation import gettext as _

from renda.kernel.pages.decorators import page
from renda.kernel.pages.request import Request
from renda.kernel.permits.who import signed_in
from renda.kernel.registers import hub, showing
from renda.kernel.registers.history import history_of
from renda.kernel.registers.permits import reads_registers
from renda.kernel.registers.register import (
    Mark,
    Register,
    additions_to,
    offered,
    readable,
)
from renda.kernel.registers.views.found import row_ever


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
    found = row_ever(request, kept, pk)
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


def _around(request: Request, register: Register, found: Any) -> dict[str, Any]:
    """What the domain says around a row, and what the domains above it add."""
    said = dict(register.more(request, found))
    links = [*register.links(request.actor, request.congress, found)]
    added = additions_to(register.key, found)
    for addition in added:
        said |= addition.more(request, found)
        links += addition.links(request.actor, request.congress, found)
    return {**said, "links": links, "added": [addition.template for addition in added]}
