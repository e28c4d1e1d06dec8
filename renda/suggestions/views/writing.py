"""Writing a suggestion on a phone: it saves itself, and can be sent with gaps only to oneself."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from renda.congress.roles import ASSISTANT, DEPUTY
from renda.deputies.models import Mandate
from renda.kernel.moment import now
from renda.kernel.pages import keys
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid
from renda.kernel.pages.request import Request, version_seen
from renda.kernel.permits.refusal import Refused
from renda.kernel.permits.who import signed_in
from renda.suggestions import lifecycle
from renda.suggestions.actions import begin_draft, save_draft
from renda.suggestions.dossier import why_returned
from renda.suggestions.forms.writing import WriteForm
from renda.suggestions.models import Suggestion
from renda.suggestions.permits import WRITABLE, deputy, sponsor, writer, writes_here
from renda.suggestions.queries import address, visible_to

FIELDS = ("title", "problem", "requests", "category", "is_open")
NEEDED = ("title", "problem", "requests")  # to submit it, and so the page says


def _form(request: Request, suggestion: Suggestion | None) -> WriteForm:
    problem = request.problem
    if problem is not None and problem.form is not None:
        form: WriteForm = problem.form
    elif problem is not None and request.method == "POST":
        form = WriteForm(request.POST)
    else:
        form = WriteForm(initial=_written(suggestion) if suggestion else None)
    if request.POST.get("then") != "submit":
        form.errors  # noqa: B018 - looked at now: a draft may have gaps
    for name in NEEDED:
        form.fields[name].required = True
    return form


def _written(suggestion: Suggestion) -> dict[str, Any]:
    return {name: getattr(suggestion, name) for name in FIELDS}


@page("suggestions/write.html", to=writes_here)
def write(request: Request) -> dict[str, Any]:
    """A new suggestion."""
    whose = _whose(request)
    return {
        "form": _form(request, None),
        "suggestion": None,
        "returned": None,
        "newer": None,
        "whose": whose,
        "chosen": request.POST.get("whose", ""),
        "may_submit": deputy(request.actor),
    }


@page("suggestions/write.html", to=signed_in)
def edit(request: Request, pk: int) -> dict[str, Any]:
    """A draft, or one that was returned for revision."""
    suggestion = _mine(request, pk)
    seen = request.POST.get("version", str(suggestion.version))
    return {
        "form": _form(request, suggestion),
        "suggestion": suggestion,
        "returned": why_returned(suggestion),
        "newer": suggestion if seen != str(suggestion.version) else None,
        "may_submit": sponsor(request.actor, suggestion),
    }


@act(to=writes_here, again=write, keyed=False)
def begin(request: Request) -> str | HttpResponse:
    """The first save of a new suggestion makes its row; the page goes on to send that row's id.

    The form's one-time key is kept with the row: sent twice, or sent again because the first
    answer was lost, the form goes on writing to the row it began.
    """
    if (begun := request.POST.get("pk", "")).isdecimal():
        return _save(request, int(begun[:18]))
    form = _valid(request)
    key = _key(request)
    given = keys.reserve(request, key)
    if given is not None and keys.is_mine(request, given):
        return _go_on(request, form, int(given.goes_to))
    if given is not None:
        raise Refused(_("This form was used before. Load the page again."))
    suggestion = begin_draft(by=request.actor, mandate=_chosen(request), fields=form.cleaned_data)
    keys.keep(request, key, str(suggestion.pk))
    return _saved(request, suggestion)


def _whose(request: Request) -> list[Mandate]:
    """For whom this person may write: oneself first, then the deputies whom they assist."""
    own, assisted = (request.actor.places(role) for role in (DEPUTY, ASSISTANT))
    rows = Mandate.objects.filter(pk__in=own | assisted).select_related("person")
    return sorted(rows, key=lambda mandate: (mandate.pk not in own, mandate.pk))


def _chosen(request: Request) -> Mandate:
    """The deputy for whom it is written; nobody is chosen for somebody who assists several."""
    whose = {str(mandate.pk): mandate for mandate in _whose(request)}
    asked = request.POST.get("whose", "")
    if asked in whose:
        return whose[asked]
    if len(whose) > 1 and not request.actor.holds(DEPUTY):
        raise Refused(_("Choose for which deputy you write."))
    return next(iter(whose.values()))


def _go_on(request: Request, form: WriteForm, pk: int) -> str | HttpResponse:
    """The row this very form began: written again while it is a draft, shown once it is not."""
    suggestion = get_object_or_404(visible_to(request.actor).select_related("congress"), pk=pk)
    if suggestion.state not in WRITABLE:
        return address(suggestion)
    written = save_draft(
        by=request.actor,
        suggestion=suggestion,
        fields=form.cleaned_data,
        version=suggestion.version,
    )
    return _saved(request, written)


@act(to=signed_in, again=edit, keyed=False)
def save(request: Request, pk: int) -> str | HttpResponse:
    """Save the draft, by button or by itself; or submit it, once however often it is pressed."""
    if request.POST.get("then") == "submit":
        # The form saves itself under its own key, so pressing the button has one beside it.
        key = f"{_key(request)}-sent"
        if (given := keys.reserve(request, key)) is not None and keys.is_mine(request, given):
            return keys.repeat(request, given)
        gone_to = _save(request, pk)
        keys.keep(request, key, str(gone_to))
        return gone_to
    return _save(request, pk)


def _key(request: Request) -> str:
    key = request.POST.get("key", "")
    if not keys.is_key(key):
        raise Refused(_("This form is incomplete. Load the page again and send it once more."))
    return key


def _save(request: Request, pk: int) -> str | HttpResponse:
    form = _valid(request)
    suggestion = save_draft(
        by=request.actor,
        suggestion=_mine(request, pk),
        fields=form.cleaned_data,
        version=version_seen(request),
    )
    return _saved(request, suggestion)


def _mine(request: Request, pk: int) -> Suggestion:
    rows = visible_to(request.actor).filter(state__in=WRITABLE).select_related("congress")
    found: Suggestion = get_object_or_404(rows, pk=pk)
    get_object_or_404(rows, pk=pk if writer(request.actor, found) else 0)
    return found


def _valid(request: Request) -> WriteForm:
    form = WriteForm(request.POST)
    if not form.is_valid():
        raise Invalid(form)
    return form


def _saved(request: Request, suggestion: Suggestion) -> str | HttpResponse:
    place = [request.congress.slug, suggestion.pk]
    if request.headers.get("X-Requested-With") == "fetch":  # renda.js: the form saves itself
        told = {"saved_at": f"{now():%H:%M}", "pk": suggestion.pk, "version": suggestion.version}
        return JsonResponse(told | {"url": reverse("suggestions:save", args=place)})
    if request.POST.get("then") == "submit":
        lifecycle.submit(suggestion, by=request.actor)
        messages.success(request, _("Submitted. The office will review it."))
        return address(suggestion)
    messages.success(request, _("Saved."))
    return reverse("suggestions:edit", args=place)
