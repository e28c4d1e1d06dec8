"""The roster of the new term: re-elected with a tick, new by hand or from a file, namesakes told
apart."""

from typing import Any

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from renda.deputies import actions, changing_terms
from renda.deputies.forms.turnover import AgainForm, NewDeputyForm
from renda.deputies.models import TermChange
from renda.deputies.roles import Beginning
from renda.deputies.states import TermChangeState as at
from renda.deputies.turnover import roster as of
from renda.deputies.views.turnover import frame, load, place
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid
from renda.kernel.pages.request import Request, version_seen
from renda.kernel.permits.refusal import Refused
from renda.kernel.permits.who import signed_in


@page("turnover/roster.html", to=signed_in)
def roster(request: Request, pk: int) -> dict[str, Any]:
    """Who is on it, who was recognised as what, and how more come onto it."""
    found = load(request, pk)
    recognised = of.recognised(found)
    sent = request.problem.form if request.problem else None
    kinds = [(Beginning.AGAIN, Beginning.AGAIN.label), (Beginning.NEW, Beginning.NEW.label)]
    return {
        **frame(found),
        "again": sent if isinstance(sent, AgainForm) else AgainForm(change=found),
        "new": sent if isinstance(sent, NewDeputyForm) else NewDeputyForm(change=found),
        "recognised": [
            (label, [r for r in recognised if r.beginning == kind]) for kind, label in kinds
        ],
        "total": len(recognised),
        "unsaid": sum(not r.mandate.beginning for r in recognised),
        "namesakes": of.namesakes(found),
        "file_url": reverse("exchange:table", args=[request.congress.slug, "roster"]),
    }


@act(to=signed_in, again=roster)
def enter_again(request: Request, pk: int) -> str:
    """Enter deputies of the old term as re-elected."""
    found = _in_preparation(request, pk)
    form = AgainForm(request.POST, change=found)
    if not form.is_valid():
        raise Invalid(form)
    said = form.cleaned_data
    many = of.enter_again(found, said["mandates"], unit=said["unit"], by=request.actor)
    messages.success(
        request,
        ngettext("%(n)d deputy entered.", "%(n)d deputies entered.", many) % {"n": many},
    )
    return place(request, found, "roster")


@act(to=signed_in, again=roster)
def enter_new(request: Request, pk: int) -> str:
    """Enter somebody elected for the first time."""
    found = _in_preparation(request, pk)
    form = NewDeputyForm(request.POST, change=found)
    if not form.is_valid():
        raise Invalid(form)
    said = form.cleaned_data
    person = said.get("same") or actions.add_person(
        congress_id=found.congress_id, by=request.actor, **form.of_the_person
    )
    actions.add_deputy(
        person=person,
        term=found.new,
        from_on=found.on,
        electoral_unit=said["unit"].name if said["unit"] else "",
        unit=said["unit"],
        delegation=said["delegation"],
        by=request.actor,
    )
    messages.success(request, _("Entered."))
    return place(request, found, "roster")


@act(to=signed_in, again=roster)
def tell_apart(request: Request, pk: int) -> str:
    """Two people of one name, or one person entered twice: as the office says."""
    found = load(request, pk)
    pair, said = request.POST.get("pair", "")[:40], request.POST.get("said", "")
    steps = {"two": changing_terms.tell_apart, "one": changing_terms.make_one}
    if said not in steps:
        raise Http404
    steps[said](found, by=request.actor, version=version_seen(request), pair=pair)
    messages.success(request, _("Told apart.") if said == "two" else _("They are one person now."))
    return place(request, found, "roster")


def _in_preparation(request: Request, pk: int) -> TermChange:
    """The change, while its roster may still be written here."""
    found = load(request, pk)
    if found.state != at.DRAFT:
        raise Refused(_("Take the change of term back first, then change its roster."))
    return found
