"""Delegations: at a glance, deputies without one, and moving deputies (代表法14.1)."""

from typing import Any

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from renda.congress.models import Body
from renda.congress.permits import keeps_bodies, reads_bodies
from renda.congress.roles import BodyKind
from renda.deputies import actions
from renda.deputies.forms.slates import MoveForm
from renda.deputies.seats import bodies_of
from renda.deputies.slates import deputies
from renda.deputies.splits import free_deputies, in_office, splits_of
from renda.deputies.views.seats import body_of_kind
from renda.kernel.moment import today
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid, keeping_typed
from renda.kernel.pages.request import Request
from renda.kernel.permits.refusal import Refused
from renda.kernel.permits.who import signed_in


@page("deputies/delegations.html", to=reads_bodies)
def delegations(request: Request) -> dict[str, Any]:
    """Every delegation with its head, its liaison and its numbers; deputies without one."""
    bodies = bodies_of(request.congress, BodyKind.DELEGATION, today())
    *splits, every = splits_of(request.congress, bodies, today())
    return {
        "splits": splits,
        "every": every,
        "free": free_deputies(every.mandates, bodies),
        "may_seat": keeps_bodies(request.actor),
    }


@act(to=keeps_bodies, again=delegations)
def place_free(request: Request) -> str:
    """Put deputies without a delegation into those that were chosen beside their names."""
    here = bodies_of(request.congress, BodyKind.DELEGATION, today())
    bodies = {str(body.pk): body for body in here}
    places: dict[int, Body | None] = {}
    for mandate in in_office(request.congress, today()):
        wanted = bodies.get(request.POST.get(f"to-{mandate.pk}", ""))
        if wanted is not None:
            places[mandate.pk] = wanted
    if not places:
        raise Refused(_("Choose a delegation beside at least one name."))
    moved = actions.place_deputies(places=places, by=request.actor)
    _say(request, moved)
    return reverse("deputies:delegations", args=[request.congress.slug])


@page("deputies/move.html", to=signed_in)
def move(request: Request, pk: int) -> dict[str, Any]:
    """The form for moving deputies into a delegation."""
    body, problem = body_of_kind(request, pk, BodyKind.DELEGATION), request.problem
    form = problem.form if problem and problem.form else _form(request)
    return {"body": body, "form": form}


@act(to=signed_in, again=move)
def move_here(request: Request, pk: int) -> str:
    """They belong to this delegation from now on."""
    body, form = body_of_kind(request, pk, BodyKind.DELEGATION), _form(request, request.POST)
    if not form.is_valid():
        raise Invalid(form)
    with keeping_typed(form):
        moved = actions.place_deputies(
            places={c.mandate.pk: body for c in form.slate if c.mandate is not None},
            reason=form.cleaned_data["reason"],
            by=request.actor,
        )
    _say(request, moved)
    return reverse("registers:row", args=[request.congress.slug, "delegations", body.pk])


def _form(request: Request, *typed: Any) -> MoveForm:
    return MoveForm(*typed, known=deputies(request.congress, today()))


def _say(request: Request, moved: int) -> None:
    said = ngettext("%(count)s deputy moved.", "%(count)s deputies moved.", moved)
    messages.success(request, said % {"count": moved})
