"""Deputies and others on a list who have no account yet."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import ngettext

from renda.accounts import slips
from renda.congress import candidates as waiting
from renda.congress.forms.candidates import CandidatesForm
from renda.congress.permits import keeps_accounts
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid, keeping_typed
from renda.kernel.pages.request import Request


@page("congress/candidates.html", to=keeps_accounts)
def candidates(request: Request) -> dict[str, Any]:
    """Who is without an account; who may have one already is asked about."""
    problem = request.problem
    form = problem.form if problem else None
    return {"form": form or _form(request)}


@act(to=keeps_accounts, again=candidates)
def give_accounts(request: Request) -> HttpResponse | str:
    """Make the accounts, join those that are there, and show the slips once."""
    form = _form(request, request.POST)
    if not form.is_valid():
        raise Invalid(form)
    with keeping_typed(form):
        issued = waiting.give_accounts(
            congress=request.congress, chosen=form.chosen, by=request.actor
        )
    back = reverse("congress:accounts", args=[request.congress.slug])
    joined = len(form.chosen) - len(issued)
    if joined:
        said = ngettext("%(n)s person was joined.", "%(n)s people were joined.", joined)
        messages.success(request, said % {"n": joined})
    return slips.sheet(request, issued, back=back) if issued else back


def _form(request: Request, sent: Any = None) -> CandidatesForm:
    people = waiting.waiting(request.congress)
    alike = waiting.same_names(request.congress, list(people.values()))
    return CandidatesForm(sent, people=people, alike=alike)
