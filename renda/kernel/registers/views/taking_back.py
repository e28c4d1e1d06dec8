"""A row is withdrawn; an act on it is undone."""

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from renda.kernel.pages.decorators import act
from renda.kernel.pages.request import Request, version_seen
from renda.kernel.permits.who import signed_in
from renda.kernel.registers import keeping, undoing
from renda.kernel.registers.register import (
    writable,
)
from renda.kernel.registers.views.found import row_address, row_ever, standing_row
from renda.kernel.registers.views.pages import row


@act(to=signed_in, again=row)
def withdraw(request: Request, register: str, pk: int) -> str:
    """Withdraw a row entered by mistake."""
    kept = writable(register, request.actor)
    if not kept.can_withdraw:
        raise Http404
    found = standing_row(request, kept, pk)
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
    found = row_ever(request, kept, pk)
    trail = kept.trail_of(found, request.congress)
    undoing.undo(found, event, congress_id=trail, by=request.actor)
    kept.follows(found, request.actor)
    kept.checks(found, request.actor)
    messages.success(request, _("Undone."))
    if found.is_void:
        return reverse("registers:list", args=[request.congress.slug, kept.key])
    return row_address(request, kept, pk)
