"""对口: all the organs that one committee looks after, on one page."""

from typing import Any

from django.contrib import messages
from django.http import Http404
from django.utils.translation import gettext as _

from renda.congress.contacts import field_seen, keep_field_of
from renda.congress.forms.organs import COMMITTEES, FieldForm
from renda.congress.models import Body, Counterpart
from renda.congress.views.bodies import address, body_here
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid, keeping_typed
from renda.kernel.pages.request import Request
from renda.kernel.permits.who import signed_in


def _committee(request: Request, pk: int) -> Body:
    body = body_here(request, pk)
    if body.kind not in COMMITTEES:
        raise Http404
    return body


@page("congress/field.html", to=signed_in)
def looks_after(request: Request, pk: int) -> dict[str, Any]:
    """Every organ with a box."""
    body = _committee(request, pk)
    now = Counterpart.objects.filter(committee=body, until_on=None).values_list("organ_id")
    sent = request.problem.form if request.problem else None
    ticked = [organ_id for (organ_id,) in now]
    form = sent or FieldForm(initial={"organs": ticked}, congress=request.congress)
    return {
        "body": body,
        "form": form,
        "seen": field_seen(body),
        "back": address(body, request.congress.slug),
    }


@act(to=signed_in, again=looks_after)
def keep_field(request: Request, pk: int) -> str:
    """Keep what is ticked."""
    body = _committee(request, pk)
    form = FieldForm(request.POST, congress=request.congress)
    if not form.is_valid():
        raise Invalid(form)
    with keeping_typed(form):
        keep_field_of(
            committee=body,
            organs=form.cleaned_data["organs"],
            seen=request.POST.get("seen", ""),
            by=request.actor,
        )
    messages.success(request, _("Entered."))
    return address(body, request.congress.slug)
