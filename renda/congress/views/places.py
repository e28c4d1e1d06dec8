"""A place is renamed, moved or ended, from a day on."""

from typing import Any

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.congress.actions import regions
from renda.congress.forms.places import ASKS, BecomesForm, seen_by
from renda.congress.models import Region
from renda.congress.permits import administrator
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid, keeping_typed
from renda.kernel.pages.request import Request, version_seen
from renda.kernel.permits.who import signed_in

DOES = {"rename": regions.rename_region, "move": regions.move_region, "end": regions.end_region}
SAYS = {
    "rename": (
        gettext_lazy("Rename this place"),
        gettext_lazy("From this day on it bears the new name. The old one can still be found."),
    ),
    "move": (
        gettext_lazy("Move this place"),
        gettext_lazy("From this day on it lies elsewhere or bears another code, with all below."),
    ),
    "end": (
        gettext_lazy("End this place"),
        gettext_lazy("It stays in the register with its last day, and can no longer be chosen."),
    ),
}


@page("congress/becomes.html", to=signed_in)
def becomes(request: Request, pk: int, what: str) -> dict[str, Any]:
    """What is asked for it."""
    region = _found(request, pk, what)
    form = request.problem.form if request.problem is not None else None
    title, about = SAYS[what]
    return {
        "region": region,
        "what": what,
        "title": title,
        "about": about,
        "form": form or _form(request, region, what),
    }


@act(to=signed_in, again=becomes)
def take(request: Request, pk: int, what: str) -> str:
    """It happens, with an event and what was before."""
    region = _found(request, pk, what)
    form = _form(request, region, what, request.POST)
    if not form.is_valid():
        raise Invalid(form)
    with keeping_typed(form):
        DOES[what](  # type: ignore[operator]
            region,
            congress_id=request.congress.pk,
            by=request.actor,
            seen=version_seen(request),
            **form.cleaned_data,
        )
    messages.success(request, _("Entered."))
    return reverse("registers:row", args=[request.congress.slug, "regions", pk])


def _form(request: Request, region: Region, what: str, typed: Any = None) -> BecomesForm:
    return ASKS[what](typed, region=region, rows=seen_by(request.actor, request.congress))


def _found(request: Request, pk: int, what: str) -> Region:
    if not administrator(request.actor):
        raise Http404
    rows = seen_by(request.actor, request.congress).select_related("parent")
    region = rows.filter(pk=pk).first() if what in ASKS else None
    if region is None:
        raise Http404
    return region
