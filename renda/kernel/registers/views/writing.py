"""A row is entered or changed."""

from typing import Any

from django.contrib import messages
from django.utils.translation import gettext as _

from renda.kernel.pages.decorators import act
from renda.kernel.pages.problem import Invalid, keeping_typed
from renda.kernel.pages.request import Request, version_seen
from renda.kernel.permits.who import signed_in
from renda.kernel.registers import keeping
from renda.kernel.registers.register import (
    Register,
    writable,
)
from renda.kernel.registers.views.asking import edit, new
from renda.kernel.registers.views.found import may_enter, row_address, standing_row


@act(to=signed_in, again=new)
def enter(request: Request, register: str) -> str:
    """Enter a new row."""
    kept = may_enter(request, register)
    form = _typed(request, kept)
    with keeping_typed(form):
        if kept.adds is not None:
            entered = kept.adds(form.values, request.actor)
        else:
            made = kept.model()(**form.values)
            if hasattr(type(made), "congress") and "congress" not in form.values:
                made.congress = request.congress
            here = request.congress.pk
            entered = keeping.enter(made, kept.event("add"), by=request.actor, congress_id=here)
        kept.checks(entered, request.actor)
    messages.success(request, _("Entered."))
    return row_address(request, kept, entered.pk)


@act(to=signed_in, again=edit)
def change(request: Request, register: str, pk: int) -> str:
    """Change a row; the version that was seen must be the present one."""
    kept = writable(register, request.actor)
    found = standing_row(request, kept, pk)
    form = _typed(request, kept, found)
    fresh = standing_row(request, kept, pk)  # validating a form writes into the row it was given
    seen, reason, said = version_seen(request), form.reason, None
    with keeping_typed(form):
        if kept.changes is not None:
            said = kept.changes(fresh, form.values, request.actor, seen, reason)
        else:
            keeping.change(
                fresh,
                kept.event("change"),
                by=request.actor,
                values=form.values,
                seen=seen,
                reason=reason,
                congress_id=kept.trail_of(fresh, request.congress),
            )
        kept.checks(fresh, request.actor)
    messages.success(request, said if isinstance(said, str) else _("Changed."))
    return row_address(request, kept, pk)


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
