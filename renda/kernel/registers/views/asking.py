"""The forms: a new row, one to change."""

from typing import Any

from renda.kernel.pages.decorators import page
from renda.kernel.pages.request import Request
from renda.kernel.permits.who import signed_in
from renda.kernel.registers.register import (
    Register,
    writable,
)
from renda.kernel.registers.views.found import may_enter, standing_row


@page("registers/form.html", to=signed_in)
def new(request: Request, register: str) -> dict[str, Any]:
    """The form for a new row."""
    kept = may_enter(request, register)
    return {"register": kept, "row": None, "form": _form(request, kept)}


@page("registers/form.html", to=signed_in)
def edit(request: Request, register: str, pk: int) -> dict[str, Any]:
    """The form for a change."""
    kept = writable(register, request.actor)
    found = standing_row(request, kept, pk)
    title = kept.title(found)
    return {"register": kept, "row": found, "title": title, "form": _form(request, kept, found)}


def _form(request: Request, register: Register, found: Any = None) -> Any:
    if request.problem is not None and request.problem.form is not None:
        return request.problem.form
    first = {} if found is not None else request.GET.dict()
    return register.form(
        instance=found, initial=first, congress=request.congress, actor=request.actor
    )
