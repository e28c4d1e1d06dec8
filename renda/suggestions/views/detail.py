"""One suggestion: what stands, what runs, what may be done; and the address of every step."""

from typing import Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from renda.kernel.lifecycle.offering import unplaced
from renda.kernel.lifecycle.pressing import press
from renda.kernel.lifecycle.undoing import undoable_among
from renda.kernel.pages import drafts
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.request import Request
from renda.kernel.papers.reading import papers_of
from renda.kernel.permits.who import signed_in
from renda.suggestions.dossier import Dossier, open_dossier
from renda.suggestions.drawing import flow_of
from renda.suggestions.forms import ASKS, HANDLING_ASKS
from renda.suggestions.models import Handling, Suggestion
from renda.suggestions.naming import earlier_term, full_number
from renda.suggestions.permits import HANDLERS, WRITABLE, judgement_reader, writer
from renda.suggestions.queries import address, visible_to, with_everything, with_history
from renda.suggestions.views.offering import offers


def _load(request: Request, pk: int) -> Suggestion:
    return get_object_or_404(with_history(with_everything(visible_to(request.actor))), pk=pk)


def _parts(request: Request, dossier: Dossier, kept: Any, undo: Any) -> list[dict[str, Any]]:
    suggestion = dossier.suggestion
    return [
        {
            "handling": part,
            "clocks": dossier.clocks_of(part),
            "offers": offers(request, part, suggestion, kept, can_undo=part is undo),
        }
        for part in suggestion.standing
    ]


@page("suggestions/detail.html", to=signed_in)
def detail(request: Request, pk: int) -> dict[str, Any]:
    """The page of one suggestion, for those who work on it."""
    suggestion = _load(request, pk)
    kept = _drafts(request, suggestion)
    dossier = open_dossier(suggestion, request.actor.places(*HANDLERS))
    undo = undoable_among([suggestion, *suggestion.standing], suggestion, request.actor)
    own = offers(request, suggestion, suggestion, kept, can_undo=suggestion is undo)
    parts = _parts(request, dossier, kept, undo)
    reads_private = judgement_reader(request.actor, suggestion)
    return {
        "suggestion": suggestion,
        "full_number": full_number(suggestion),
        "earlier_term": earlier_term(suggestion),
        "dossier": dossier,
        "flow": flow_of(suggestion, dossier.timeline),
        "offers": own,
        "parts": parts,
        "merged": [h for h in suggestion.handlings.all() if h.state == "merged"],
        "unplaced": unplaced(request, [own, *(part["offers"] for part in parts)]),
        "papers": papers_of(
            "suggestions.suggestion", [suggestion.pk], also_confidential=reads_private
        )
        + papers_of("suggestions.handling", [h.pk for h in suggestion.standing]),
        "is_writable": suggestion.state in WRITABLE and writer(request.actor, suggestion),
        "reads_private": reads_private,
    }


def _drafts(request: Request, suggestion: Suggestion) -> dict[str, Any]:
    me, here = request.actor.user_id, request.actor.congress_id
    ends = {f"/{suggestion.pk}"} | {f"/{h.pk}" for h in suggestion.standing}
    rows = drafts.kept(me, here, "suggestions.") | drafts.kept(me, here, "handlings.")
    return {key: row for key, row in rows.items() if any(key.endswith(end) for end in ends)}


@page("suggestions/print.html", to=signed_in)
def print_text(request: Request, pk: int) -> dict[str, Any]:
    """The suggestion as a sheet of paper: number, text, requests, signature."""
    suggestion = _load(request, pk)
    return {"suggestion": suggestion, "full_number": full_number(suggestion)}


def _onward(request: Request, suggestion: Suggestion) -> str:
    """Its page; the list once it is out of sight, as a paper is whose registration was undone."""
    if visible_to(request.actor).filter(pk=suggestion.pk).exists():
        return address(suggestion)
    return reverse("suggestions:list", args=[request.congress.slug])


@act(to=signed_in, again=detail)
def take(request: Request, pk: int, step: str) -> str:
    """Take a step on the suggestion."""
    suggestion = _load(request, pk)
    press(request, suggestion, step, ASKS)
    messages.success(request, _("Done."))
    return _onward(request, suggestion)


@act(to=signed_in, again=detail)
def take_handling(request: Request, pk: int, handling: int, step: str) -> str:
    """Take a step on one organ's handling."""
    suggestion = _load(request, pk)
    part: Handling | None = next((h for h in suggestion.standing if h.pk == handling), None)
    if part is None:
        raise Http404
    press(request, part, step, HANDLING_ASKS)
    messages.success(request, _("Done."))
    return address(suggestion)
