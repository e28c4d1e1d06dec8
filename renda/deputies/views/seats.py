"""A body's own page: who sits there, who did; seating people and setting the order."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from renda.congress.models import Body
from renda.congress.permits import keeps_bodies, reads_bodies
from renda.congress.roles import BodyKind
from renda.deputies import actions, offices, seats
from renda.deputies.forms.seating import OrderForm
from renda.deputies.forms.slates import SlateForm
from renda.deputies.models import Membership
from renda.deputies.sheets import by_office, section, warned
from renda.deputies.slates import Candidate
from renda.kernel.moment import today
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid, keeping_typed
from renda.kernel.pages.request import Request
from renda.kernel.permits.who import Who, signed_in

REGISTERS_OF: dict[str, str] = {
    BodyKind.DELEGATION: "delegations",
    BodyKind.CONSULTATIVE: "consultative",
}


@page("deputies/body.html", to=signed_in)
def body(request: Request, pk: int) -> dict[str, Any]:
    """A body on its own: its members today in order of precedence, and who left."""
    found = body_here(request, pk, reads_bodies)
    return {"body": found, **roster_of(request, found)}


def roster_of(request: Request, found: Body) -> dict[str, Any]:
    """What `deputies/_members.html` shows of a body, for any page of it."""
    day = today()
    members = seats.members_on(found, day)
    derived: Sequence[seats.Seat] = ()
    if found.kind == BodyKind.COUNCIL and not members:
        derived = seats.council(request.congress, day).seats
    return {
        "members": members,
        "derived": derived,
        "derived_offices": by_office(derived),
        "to_come": seats.to_come(found, day),
        "earlier": seats.earlier(found, day),
        "roll": section(found, members),
        "warnings": warned(members, day),
        "law": offices.SEATS[found.kind].cites,
        "may_seat": keeps_bodies(request.actor),
    }


@page("deputies/seat.html", to=signed_in)
def seat(request: Request, pk: int) -> dict[str, Any]:
    """The form for seating one or many."""
    found = body_here(request, pk)
    problem = request.problem
    first = {name: request.GET[name] for name in ("office", "from_on") if name in request.GET}
    form = problem.form if problem and problem.form else SlateForm(body=found, initial=first)
    law = offices.SEATS[found.kind].cites
    return {"body": found, "form": form, "law": law, "home": home_of(request, found)}


@act(to=signed_in, again=seat)
def seat_people(request: Request, pk: int) -> str:
    """Seat them all, or none."""
    found = body_here(request, pk)
    form = SlateForm(request.POST, body=found)
    if not form.is_valid():
        raise Invalid(form)
    said = form.cleaned_data
    with keeping_typed(form):
        people = [_person(c, request) for c in form.slate]
        people += [
            (actions.add_person(name=n, congress_id=request.congress.pk, by=request.actor), None)
            for n in form.new_names
        ]
        made = _seated(request, found, people, said)
    count = len(made)
    messages.success(
        request,
        ngettext("%(count)s person seated.", "%(count)s people seated.", count) % {"count": count},
    )
    for one in warned([seats.Seat(row) for row in made], said["from_on"]):
        where = "、".join(post.body.name for post in one.posts)
        said_of = {"name": one.seat.name, "where": where}
        messages.warning(request, _("%(name)s still holds a post at %(where)s.") % said_of)
    return home_of(request, found)


def _seated(
    request: Request, found: Body, people: list[actions.Named], said: dict[str, Any]
) -> list[Membership]:
    asked: dict[str, Any] = {"people": people, "from_on": said["from_on"]}
    asked |= {"office": said["office"], "by": request.actor}
    if said.get("is_moved"):
        return actions.move_to_group(group=found, **asked)
    return actions.seat_slate(body=found, **asked)


def _person(candidate: Candidate, request: Request) -> actions.Named:
    """The person meant; an account of the staff becomes one when it first takes a seat."""
    if candidate.person is not None:
        return candidate.person, candidate.mandate
    made = actions.add_person(
        name=candidate.name,
        user=candidate.user,
        congress_id=request.congress.pk,
        by=request.actor,
    )
    return made, None


@page("deputies/order.html", to=signed_in)
def order(request: Request, pk: int) -> dict[str, Any]:
    """The members with a number each."""
    found = body_here(request, pk)
    problem = request.problem
    there = seats.members_on(found, today())
    form = problem.form if problem and problem.form else OrderForm(seats=there)
    return {"body": found, "form": form, "home": home_of(request, found)}


@act(to=signed_in, again=order)
def set_order(request: Request, pk: int) -> str:
    """Keep the order that was typed."""
    found = body_here(request, pk)
    form = OrderForm(request.POST, seats=seats.members_on(found, today()))
    if not form.is_valid():
        raise Invalid(form)
    actions.reorder(body=found, places=form.places, by=request.actor)
    messages.success(request, _("The order is kept."))
    return home_of(request, found)


def body_here(request: Request, pk: int, may: Who = keeps_bodies) -> Body:
    """A body of this congress in which people sit, for whoever may keep it (or read it).

    Raises Http404 for any other, and for anybody else.
    """
    if not may(request.actor):
        raise Http404
    rows = Body.objects.filter(congress=request.congress, kind__in=offices.SEATS)
    found = rows.select_related("congress", "group").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def body_of_kind(request: Request, pk: int, kind: str) -> Body:
    """A body of this congress and of this kind. Raises Http404 for any other."""
    found = body_here(request, pk)
    if found.kind != kind:
        raise Http404
    return found


def home_of(request: Request, found: Body) -> str:
    """Where a body's members are shown: its row in its own register, or a page of its own."""
    slug = request.congress.slug
    if found.kind == BodyKind.GROUP:
        return reverse("registers:row", args=[slug, "groups", found.group.pk])
    if found.kind in REGISTERS_OF:
        return reverse("registers:row", args=[slug, REGISTERS_OF[found.kind], found.pk])
    return reverse("deputies:body", args=[slug, found.pk])
