"""A deputy's assistant: named, ended, asked for."""

from typing import Any

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _

from renda.congress.roles import DEPUTY
from renda.deputies.actions import assistants
from renda.deputies.forms.own import AssistantForm
from renda.deputies.views.own import own_or_office
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid, keeping_typed
from renda.kernel.pages.request import Request
from renda.kernel.permits.refusal import Refused
from renda.kernel.permits.who import signed_in


@page("deputies/assistant.html", to=signed_in)
def assistant(request: Request, pk: int) -> dict[str, Any]:
    """Who drafts for this deputy, and what they may not do."""
    mandate = own_or_office(request, pk)
    problem = request.problem
    return {
        "mandate": mandate,
        "assistant": assistants.assistant_of(mandate),
        "form": problem.form if problem and problem.form else AssistantForm(),
        "is_own": request.actor.holds(DEPUTY, mandate.pk),
        "asked_name": request.POST.get("name", ""),
    }


@act(to=signed_in, again=assistant)
def name(request: Request, pk: int) -> str:
    """Name somebody who has an account."""
    mandate = own_or_office(request, pk)
    form = AssistantForm(request.POST)
    if not form.is_valid():
        raise Invalid(form)
    with keeping_typed(form):
        assistants.name_assistant(mandate=mandate, by=request.actor, **form.cleaned_data)
    messages.success(request, _("The assistant can draft from now on."))
    return _back(request, pk)


@act(to=signed_in, again=assistant)
def end(request: Request, pk: int) -> str:
    """End it."""
    there = assistants.assistant_of(own_or_office(request, pk))
    if there is None:
        raise Refused(_("There is no assistant."))
    assistants.end_assistant(assistant=there, by=request.actor)
    messages.success(request, _("Ended. The assistant sees no draft any more."))
    return _back(request, pk)


@act(to=signed_in, again=assistant)
def ask(request: Request, pk: int) -> str:
    """Ask the office to open an account for somebody who has none."""
    asked = request.POST.get("name", "")
    assistants.ask_for_assistant(mandate=own_or_office(request, pk), name=asked, by=request.actor)
    messages.success(request, _("The office has been asked, and will tell you."))
    return _back(request, pk)


def _back(request: Request, pk: int) -> str:
    return reverse("deputies:assistant", args=[request.congress.slug, pk])
