"""我的名片 and the photograph: a deputy decides for oneself, the office helps with the picture."""

from typing import Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from renda.congress.permits import deputies_office
from renda.congress.roles import DEPUTY
from renda.deputies.actions import cards
from renda.deputies.cards import card
from renda.deputies.forms.own import CardForm, PhotoForm
from renda.deputies.models import Mandate
from renda.deputies.permits import deputy
from renda.deputies.queries import photos_of
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid, keeping_typed
from renda.kernel.pages.request import Request, version_seen
from renda.kernel.permits.who import signed_in


@page("deputies/mine.html", to=deputy)
def mine(request: Request) -> dict[str, Any]:
    """What citizens see of me, and what I add to it."""
    mandate = _my_mandate(request)
    problem = request.problem
    form = problem.form if problem and problem.form else None
    return {
        "mandate": mandate,
        "form": form or CardForm(initial=CardForm.shown(mandate.person)),
        "card": card(mandate),
        "has_photo": bool(photos_of([mandate.pk])),
    }


@act(to=deputy, again=mine)
def save(request: Request) -> str:
    """Keep what I chose."""
    form = CardForm(request.POST)
    if not form.is_valid():
        raise Invalid(form)
    with keeping_typed(form):
        cards.save_card(
            mandate=_my_mandate(request),
            seen=version_seen(request),
            by=request.actor,
            **form.cleaned_data,
        )
    messages.success(request, _("Saved. This is what citizens see now."))
    return reverse("deputies:mine", args=[request.congress.slug])


@page("deputies/photo.html", to=signed_in)
def photo(request: Request, pk: int) -> dict[str, Any]:
    """The photograph of one deputy."""
    mandate = own_or_office(request, pk)
    problem = request.problem
    return {
        "mandate": mandate,
        "photo": photos_of([mandate.pk]).get(mandate.pk),
        "form": problem.form if problem and problem.form else PhotoForm(),
        "is_own": request.actor.holds(DEPUTY, mandate.pk),
    }


@act(to=signed_in, again=photo)
def keep(request: Request, pk: int) -> str:
    """Take a new one."""
    mandate = own_or_office(request, pk)
    form = PhotoForm(request.POST, request.FILES)
    if not form.is_valid():
        raise Invalid(form)
    cards.keep_photo(mandate=mandate, file=form.cleaned_data["photo"], by=request.actor)
    messages.success(request, _("The photograph was kept, without the place where it was taken."))
    return reverse("deputies:photo", args=[request.congress.slug, pk])


@act(to=signed_in, again=photo)
def drop(request: Request, pk: int) -> str:
    """Remove it."""
    cards.drop_photo(mandate=own_or_office(request, pk), by=request.actor)
    messages.success(request, _("The photograph was removed."))
    return reverse("deputies:photo", args=[request.congress.slug, pk])


def own_or_office(request: Request, pk: int) -> Mandate:
    """The deputy with this number, for that deputy and for the office; nobody else knows of it."""
    rows = Mandate.objects.filter(congress=request.congress).select_related("person", "congress")
    mandate: Mandate = get_object_or_404(rows, pk=pk)
    if not (request.actor.holds(DEPUTY, pk) or deputies_office(request.actor)):
        raise Http404
    return mandate


def _my_mandate(request: Request) -> Mandate:
    rows = Mandate.objects.select_related("person", "unit", "delegation", "congress")
    return rows.get(pk=min(request.actor.places(DEPUTY)))
