"""Qualification cases: what waits, one case with its steps, and one announcement for several."""

from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from renda.congress.permits import deputies_office
from renda.deputies import lifecycle
from renda.deputies.actions.cases import report_case
from renda.deputies.forms.cases import ASKS, AnnounceManyForm, ReportForm
from renda.deputies.models import QualificationCase
from renda.deputies.permits import case_worker, reads_cases
from renda.deputies.queries import case_address, cases_visible_to
from renda.deputies.roles import GROUND_ARTICLES, Ground
from renda.deputies.states import CaseState
from renda.deputies.views.offering import offers
from renda.kernel.lifecycle.offering import unplaced
from renda.kernel.lifecycle.pressing import press
from renda.kernel.lifecycle.timeline import story
from renda.kernel.lifecycle.undoing import undoable_among
from renda.kernel.pages import drafts
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid, keeping_typed
from renda.kernel.pages.request import Request
from renda.kernel.papers.reading import papers_of
from renda.kernel.permits.who import signed_in
from renda.kernel.trail.timeline import events_of

CASE = "deputies.qualificationcase"
SHOWN = 200


@page("deputies/cases.html", to=reads_cases)
def cases(request: Request) -> dict[str, Any]:
    """What waits, by state; several that are examined can be announced at once."""
    rows = cases_visible_to(request.actor)
    shown = request.GET.get("show", "")
    chosen = rows.filter(state=shown) if shown in CaseState.values else rows
    problem = request.problem
    form = problem.form if problem and problem.form else None
    is_office = deputies_office(request.actor)
    ready = rows.filter(state=CaseState.EXAMINED)
    return {
        "rows": list(chosen.order_by("-pk")[:SHOWN]),
        "chips": _chips(rows, shown),
        "is_office": is_office,
        "many": (form or AnnounceManyForm(cases=ready)) if is_office and ready.exists() else None,
        "is_filtered": shown in CaseState.values,
    }


@page("deputies/report.html", to=deputies_office)
def report(request: Request) -> dict[str, Any]:
    """What the office reports of a mandate."""
    problem = request.problem
    first = {name: request.GET.get(name, "") for name in ("mandate", "kind")}
    fresh = ReportForm(congress_id=request.congress.pk, initial=first)
    return {"form": problem.form if problem and problem.form else fresh}


@act(to=deputies_office, again=report)
def begin(request: Request) -> str:
    """Report it: the case begins."""
    form = ReportForm(request.POST, congress_id=request.congress.pk)
    if not form.is_valid():
        raise Invalid(form)
    with keeping_typed(form):
        begun = report_case(by=request.actor, **form.cleaned_data)
    messages.success(request, _("Reported. The qualification committee is told."))
    return case_address(begun)


@act(to=deputies_office, again=cases)
def announce_many(request: Request) -> str:
    """One announcement for several cases: all of them, or none."""
    ready = cases_visible_to(request.actor).filter(state=CaseState.EXAMINED)
    form = AnnounceManyForm(request.POST, cases=ready)
    if not form.is_valid():
        raise Invalid(form)
    said = form.cleaned_data
    with keeping_typed(form):
        for each in said["cases"]:
            lifecycle.announce(
                each,
                by=request.actor,
                on=said["on"],
                reason=said["reason"],
                announcement=said["announcement"],
            )
    n = len(said["cases"])
    told = ngettext("%(n)d case was announced.", "%(n)d cases were announced.", n)
    messages.success(request, told % {"n": n})
    return reverse("deputies:cases", args=[request.congress.slug])


@page("deputies/case.html", to=signed_in)
def case(request: Request, pk: int) -> dict[str, Any]:
    """One case: the facts, what may be done, the papers, what has happened."""
    found = _load(request, pk)
    kept = drafts.kept(request.actor.user_id, request.congress.pk, "qualifications.")
    undo = undoable_among([found], found, request.actor)
    own = offers(request, found, kept, can_undo=undo is not None)
    works = case_worker(request.actor, found)
    told = story(events_of([(CASE, [pk])]))
    return {
        "case": found,
        "offers": own,
        "unplaced": unplaced(request, [own]),
        "article": GROUND_ARTICLES.get(found.ground, "选举法47"),
        "is_death": found.ground == Ground.DIED,
        # The deputy reads what was announced, not what was said about it before.
        "works_on_it": works,
        "papers": papers_of(CASE, [pk]) if works else [],
        "timeline": list(reversed(told if works else told[-1:])),
        "is_office": deputies_office(request.actor),
    }


@act(to=signed_in, again=case)
def take_case(request: Request, pk: int, step: str) -> str:
    """Take a step on it."""
    found = press(request, _load(request, pk), step, ASKS)
    messages.success(request, _("Done."))
    return case_address(found)


def _load(request: Request, pk: int) -> QualificationCase:
    rows = cases_visible_to(request.actor).select_related(
        "mandate__person",
        "mandate__term",
        "mandate__unit",
        "mandate__delegation",
        "congress",
        "committee",
        "sitting__body",
        "session__term",
    )
    found: QualificationCase = get_object_or_404(rows, pk=pk)
    return found


def _chips(rows: Any, current: str) -> list[dict[str, Any]]:
    counts = dict(rows.order_by().values_list("state").annotate(Count("pk")))
    known = current in CaseState.values
    shown = [
        {"label": _("All"), "url": "?", "count": sum(counts.values()), "is_current": not known}
    ]
    return shown + [
        {
            "label": state.label,
            "url": f"?show={state}",
            "count": counts.get(state, 0),
            "is_current": state == current,
        }
        for state in CaseState
    ]
