"""Writing a suggestion on a phone: it saves itself, and can be sent with gaps only to oneself."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from renda.congress.roles import DEPUTY
from renda.deputies.models import Mandate
from renda.kernel.clock.moment import now
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid
from renda.kernel.pages.request import Request
from renda.kernel.permits.who import signed_in
from renda.suggestions import lifecycle
from renda.suggestions.actions import WRITABLE, begin_draft, save_draft
from renda.suggestions.forms.writing import WriteForm
from renda.suggestions.models import Suggestion
from renda.suggestions.permits import deputy, sponsor
from renda.suggestions.queries import address, visible_to

FIELDS = ("title", "problem", "requests", "category", "is_open")


def _form(request: Request, suggestion: Suggestion | None) -> WriteForm:
    if request.problem is not None and request.problem.form is not None:
        form: WriteForm = request.problem.form
        return form
    if request.problem is not None and request.method == "POST":
        return WriteForm(request.POST)
    return WriteForm(initial=_written(suggestion) if suggestion else None)


def _written(suggestion: Suggestion) -> dict[str, Any]:
    return {name: getattr(suggestion, name) for name in FIELDS}


@page("suggestions/write.html", to=deputy)
def write(request: Request) -> dict[str, Any]:
    """A new suggestion."""
    return {"form": _form(request, None), "suggestion": None}


@page("suggestions/write.html", to=signed_in)
def edit(request: Request, pk: int) -> dict[str, Any]:
    """A draft, or one that was returned for revision."""
    suggestion = _mine(request, pk)
    return {"form": _form(request, suggestion), "suggestion": suggestion}


@act(to=deputy, again=write, keyed=False)
def begin(request: Request) -> str | HttpResponse:
    """The first save of a new suggestion makes its row."""
    form = _valid(request)
    mandate = Mandate.objects.get(pk=min(request.actor.places(DEPUTY)))
    suggestion = begin_draft(by=request.actor, mandate=mandate, fields=form.cleaned_data)
    return _saved(request, suggestion)


@act(to=signed_in, again=edit, keyed=False)
def save(request: Request, pk: int) -> str | HttpResponse:
    """Save the draft, by button or by itself; or submit it."""
    form = _valid(request)
    sent = request.POST.get("version", "")
    suggestion = save_draft(
        by=request.actor,
        suggestion=_mine(request, pk),
        fields=form.cleaned_data,
        version=int(sent[:9]) if sent.isdecimal() else -1,
    )
    return _saved(request, suggestion)


def _mine(request: Request, pk: int) -> Suggestion:
    rows = visible_to(request.actor).filter(state__in=WRITABLE).select_related("congress")
    found: Suggestion = get_object_or_404(rows, pk=pk)
    get_object_or_404(rows, pk=pk if sponsor(request.actor, found) else 0)
    return found


def _valid(request: Request) -> WriteForm:
    form = WriteForm(request.POST)
    if not form.is_valid():
        raise Invalid(form)
    return form


def _saved(request: Request, suggestion: Suggestion) -> str | HttpResponse:
    edit_at = reverse("suggestions:edit", args=[request.congress.slug, suggestion.pk])
    if "X-Autosave" in request.headers:
        save_at = reverse("suggestions:save", args=[request.congress.slug, suggestion.pk])
        return JsonResponse(
            {
                "saved_at": f"{now():%H:%M}",
                "version": suggestion.version,
                "url": edit_at,
                "action": save_at,
            }
        )
    if request.POST.get("then") == "submit":
        lifecycle.submit(suggestion, by=request.actor)
        messages.success(request, _("Submitted. The office will review it."))
        return address(suggestion)
    messages.success(request, _("Saved."))
    return edit_at
