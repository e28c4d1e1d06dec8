"""换届, the guided pages: what is planned, its days, and the acts on the whole."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from renda.congress.models import Term
from renda.congress.permits import changes_terms
from renda.deputies import actions, changing_terms
from renda.deputies.carrying.preview import preview
from renda.deputies.forms.turnover import DaysForm, OpenForm, SessionDays
from renda.deputies.models import TermChange
from renda.deputies.naming import change_name
from renda.deputies.states import TermChangeState as at
from renda.deputies.turnover import parts
from renda.kernel.lifecycle.timeline import story
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid, keeping_typed
from renda.kernel.pages.request import Request, version_seen
from renda.kernel.permits.who import signed_in
from renda.kernel.trail.timeline import events_of

# The steps on the whole that a button takes; those that ask more have pages of their own.
STEPS = {
    "recognise": changing_terms.recognise,
    "settle": changing_terms.settle,
    "reopen": changing_terms.reopen,
    "give_up": changing_terms.give_up,
}


def load(request: Request, pk: int) -> TermChange:
    """A change of this congress, for whoever changes its terms; 404 for everybody else."""
    rows = TermChange.objects.select_related("congress", "old", "new", "session")
    found = rows.filter(pk=pk, congress_id=request.congress.pk).first()
    if found is None or not changes_terms(request.actor):
        raise Http404
    # Its terms are named by the congress, which is here already.
    found.old.congress = found.new.congress = found.session.congress = found.congress
    found.session.term = found.new
    return found


def place(request: Request, change: TermChange, name: str = "change", *more: Any) -> str:
    """The address of one of its pages."""
    return reverse(f"deputies:turnover_{name}", args=[request.congress.slug, change.pk, *more])


def frame(change: TermChange) -> dict[str, Any]:
    """What every guided page has: the change, its name, the steps with how far each is."""
    is_draft = change.state == at.DRAFT
    undecided = changing_terms.undecided(change)
    return {
        "change": change,
        "name": change_name(change),
        "is_draft": is_draft,
        "is_ready": change.state == at.READY,
        "parts": [(part, part not in undecided) for part in parts.in_order()],
        "has_roster": changing_terms.has_roster.holds(change)
        and changing_terms.is_recognised.holds(change)
        and changing_terms.is_told_apart.holds(change),
    }


@page("turnover/home.html", to=changes_terms)
def home(request: Request) -> dict[str, Any] | HttpResponse:
    """The change that is being prepared; without one, the form that begins one."""
    rows = TermChange.objects.filter(congress_id=request.congress.pk)
    current = rows.filter(state__in=[at.DRAFT, at.READY]).first()
    if current is not None and request.problem is None:
        return HttpResponseRedirect(place(request, current))
    problem = request.problem
    form = problem.form if problem is not None and problem.form is not None else _open_form(request)
    earlier = rows.select_related("congress", "old__congress", "new__congress", "session")
    return {"form": form, "earlier": [(row, change_name(row)) for row in earlier]}


def _open_form(request: Request) -> OpenForm:
    last = Term.objects.filter(congress_id=request.congress.pk).order_by("-number").first()
    return OpenForm(initial={"number": last.number + 1 if last else None})


@act(to=changes_terms, again=home)
def begin(request: Request) -> str:
    """Open the next term with its first session, and begin to prepare the change."""
    form = OpenForm(request.POST)
    if not form.is_valid():
        raise Invalid(form)
    with keeping_typed(form):
        change = actions.begin_change_of_term(
            congress=request.congress, by=request.actor, **form.cleaned_data
        )
    messages.success(request, _("The next term is opened. Now its roster."))
    return place(request, change)


@page("turnover/change.html", to=signed_in)
def change(request: Request, pk: int) -> dict[str, Any]:
    """One change of term: its steps, what it will do, and what has happened."""
    found = load(request, pk)
    events = events_of([(TermChange._meta.label_lower, [found.pk])])
    offers = {o.step.name: o for o in changing_terms.life.offers(request.actor, found)}
    is_open = found.state in (at.DRAFT, at.READY)
    return {
        **frame(found),
        "offers": {name: offers[name] for name in STEPS if name in offers},
        "next": _next(request, found),
        "preview": preview(found, request.actor) if is_open else None,
        "is_open": is_open,
        "lines": list(reversed(story(events))),
    }


def _next(request: Request, found: TermChange) -> dict[str, Any] | None:
    """The first step that is still to be done: where the guided pages lead."""
    told = frame(found)
    if not told["has_roster"]:
        return {"name": _("The new roster"), "url": place(request, found, "roster")}
    for part, is_settled in told["parts"]:
        if not is_settled and part.to(request.actor):
            return {"name": part.name, "url": place(request, found, "part", part.key)}
    if not changing_terms.has_days.holds(found):
        url = place(request, found, "days")
        return {"name": _("The days and the hour of freezing"), "url": url}
    return None


@act(to=signed_in, again=change)
def take(request: Request, pk: int, step: str) -> str:
    """Settle it, take it back, give it up, or write who was recognised."""
    found = load(request, pk)
    if step not in STEPS:
        raise Http404
    STEPS[step](found, by=request.actor, version=version_seen(request))
    messages.success(request, _("Done."))
    return place(request, found, "roster" if step == "recognise" else "change")


@page("turnover/days.html", to=signed_in)
def days(request: Request, pk: int) -> dict[str, Any]:
    """The first session, the elections, the hour of freezing."""
    found = load(request, pk)
    sent = request.problem.form if request.problem else None
    planned = {"elected_on": found.elected_on or found.session.closes_on}
    planned["freezes_at"] = found.freezes_at or changing_terms.usual_freeze(found)
    session = {"opens_on": found.on, "closes_on": found.session.closes_on}
    return {
        **frame(found),
        "days": sent if isinstance(sent, DaysForm) else DaysForm(initial=planned),
        "session_days": sent if isinstance(sent, SessionDays) else SessionDays(initial=session),
    }


@act(to=signed_in, again=days)
def set_days(request: Request, pk: int) -> str:
    """Set the day of the elections and the hour of freezing."""
    return _taken(request, pk, DaysForm(request.POST), changing_terms.set_days)


@act(to=signed_in, again=days)
def move(request: Request, pk: int) -> str:
    """Move the first session."""
    return _taken(request, pk, SessionDays(request.POST), changing_terms.move)


def _taken(request: Request, pk: int, form: Any, step: Any) -> str:
    found = load(request, pk)
    if not form.is_valid():
        raise Invalid(form)
    version = version_seen(request)
    with keeping_typed(form):
        step(found, by=request.actor, version=version, **form.cleaned_data)
    messages.success(request, _("The days are set."))
    return place(request, found)


def part_of(key: str) -> parts.Part:
    """A part by its address; 404 for none."""
    if key not in parts.PARTS:
        raise Http404
    return parts.PARTS[key]


@page("turnover/part.html", to=signed_in)
def part(request: Request, pk: int, part: str) -> dict[str, Any]:
    """One part: each item with the answers that may be given, the usual one chosen."""
    found, asked = load(request, pk), part_of(part)
    may_decide = asked.to(request.actor)
    groups = asked.groups(found) if may_decide else []
    items = [item for group in groups for item in group.items]
    answers = parts.answers_to(asked, found, items)
    if request.problem is not None:
        answers |= _sent(request, items)
    rows = [(group, [(item, answers[item.key]) for item in group.items]) for group in groups]
    return {
        **frame(found),
        "part": asked,
        "may_decide": may_decide,
        "who": asked.to.listed(),
        "groups": rows,
        "total": len(items) if may_decide else len(parts.items_of(asked, found)),
        "is_settled": parts.is_settled(asked, found),
    }


@act(to=signed_in, again=part)
def decide(request: Request, pk: int, part: str) -> str:
    """Confirm a part as it was shown and chosen."""
    found, asked = load(request, pk), part_of(part)
    if not asked.to(request.actor):
        raise Http404
    answers = _sent(request, parts.items_of(asked, found))
    said = {"part": asked, "answers": answers, "reason": str(asked.name)}
    changing_terms.decide(found, by=request.actor, version=version_seen(request), **said)
    messages.success(request, _("Confirmed."))
    return place(request, found)


def _sent(request: Request, items: list[parts.Item]) -> dict[str, str]:
    """The answers that were sent. An item that goes on or ends is a tick: without it, it ends."""
    given = {}
    for item in items:
        values = [value for value, _label in item.answers]
        if f"shown-{item.key}" in request.POST:
            sent = request.POST.get(f"item-{item.key}", values[-1])
            given[item.key] = sent if sent in values else item.usual
    return given
