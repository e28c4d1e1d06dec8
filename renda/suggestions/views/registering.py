"""代录: the office enters what came on paper, for deputies who never sign in."""

from typing import Any

from django.contrib import messages
from django.utils.translation import gettext as _

from renda.kernel.pages import drafts
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid, keeping_typed
from renda.kernel.pages.request import Request
from renda.kernel.papers.keeping import keep
from renda.suggestions.actions import register_on_paper
from renda.suggestions.forms.writing import RegisterForm
from renda.suggestions.permits import deputies_office
from renda.suggestions.queries import address

DRAFT = "suggestions.register/new"


@page("suggestions/register.html", to=deputies_office)
def register(request: Request) -> dict[str, Any]:
    """The form for a suggestion on paper."""
    problem = request.problem
    form = problem.form if problem and problem.form else None
    here = request.congress.pk
    draft = drafts.kept(request.actor.user_id, here, DRAFT).get(DRAFT)
    return {"form": form or RegisterForm(congress_id=here, initial=_typed(draft))}


def _typed(draft: Any) -> dict[str, Any]:
    if draft is None:
        return {}
    return {name: v[0] if len(v) == 1 else v for name, v in draft.content.items()}


@act(to=deputies_office, again=register)
def register_paper(request: Request) -> str:
    """Enter it: one act that begins and submits for the deputy."""
    form = RegisterForm(request.POST, request.FILES, congress_id=request.congress.pk)
    if not form.is_valid():
        raise Invalid(form)
    said = form.cleaned_data
    with keeping_typed(form):
        paper = keep(
            congress_id=request.congress.pk, uploaded_file=said["scan"], uploaded_by=request.actor
        )
        suggestion = register_on_paper(
            by=request.actor,
            mandate=said["sponsor"],
            fields=said,
            paper=paper,
            on=said["signed_on"],
        )
    drafts.drop(request.actor.user_id, request.congress.pk, DRAFT)
    messages.success(request, _("Registered. The deputy will be told."))
    return address(suggestion)
