"""Delegations, and consultative meetings: bodies whose page is about their members."""

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from renda.congress.models import Body
from renda.congress.permits import keeps_bodies, reads_bodies
from renda.congress.roles import BodyKind
from renda.deputies.forms.groups import BodyForm, ConsultativeForm
from renda.deputies.offices import SEATS
from renda.deputies.splits import split_of
from renda.deputies.views.seats import roster_of
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.registers.keeping import enter
from renda.kernel.registers.register import Addition, Column, Link, Register, add, extend


def _delegations(actor: Actor) -> QuerySet[Any]:
    day = today()
    held = Q(mandates__is_void=False, mandates__from_on__lte=day)
    held &= Q(mandates__until_on=None) | Q(mandates__until_on__gte=day)
    rows = Body.objects.filter(congress_id=actor.congress_id, kind=BodyKind.DELEGATION)
    return rows.select_related("congress").annotate(deputies=Count("mandates", filter=held))


def _consultative(actor: Actor) -> QuerySet[Any]:
    rows = Body.objects.filter(congress_id=actor.congress_id, kind=BodyKind.CONSULTATIVE)
    return rows.select_related("congress")


def _seat_links(actor: Actor, congress: Any, row: Any) -> list[Link]:
    if not keeps_bodies(actor):
        return []
    args = [congress.slug, row.pk]
    return [Link(_("Seat people"), reverse("deputies:seat", args=args), "plus")]


def _delegation_links(actor: Actor, congress: Any, row: Any) -> list[Link]:
    if not keeps_bodies(actor):
        return []
    args = [congress.slug, row.pk]
    return [
        Link(_("Name head or liaison"), reverse("deputies:seat", args=args), "plus"),
        Link(_("Move deputies here"), reverse("deputies:move", args=args), "people"),
    ]


def _add(kind: BodyKind, action: str) -> Any:
    def adds(values: dict[str, Any], actor: Actor) -> Body:
        body = Body(congress_id=actor.congress_id, kind=kind, **values)
        return enter(body, action, by=actor)

    return adds


DELEGATIONS = Register(
    key="delegations",
    name=_("Delegations"),
    one=_("a delegation"),
    about=_("The deputies of an electoral unit or area, with head and liaison."),
    icon="flag",
    group="people",
    model=lambda: Body,
    rows=_delegations,
    reads=reads_bodies,
    writes=keeps_bodies,
    columns=(
        Column(_("Delegation"), "name", is_title=True),
        Column(_("Deputies"), "deputies"),
        Column(_("Order"), "order", is_desk=True),
    ),
    action="deputies.{}_delegation",
    form=BodyForm,
    search=("name",),
    order=("order", "pk"),
    adds=_add(BodyKind.DELEGATION, "deputies.add_delegation"),
    parts="deputies/_delegation.html",
    more=lambda request, row: {"split": split_of(row, today()), **roster_of(request, row)},
    links=_delegation_links,
    list_links=lambda actor, congress: [
        Link(_("At a glance"), reverse("deputies:delegations", args=[congress.slug]), "chart")
    ],
    place=40,
)

CONSULTATIVE = Register(
    key="consultative",
    name=_("Consultative meetings"),
    one=_("a consultative meeting"),
    about=_("Of a street, of voters' deputies, of a development zone: they advise, not decide."),
    icon="say",
    group="bodies",
    model=lambda: Body,
    rows=_consultative,
    reads=reads_bodies,
    writes=keeps_bodies,
    columns=(
        Column(_("Name"), "name", is_title=True),
        Column(_("What it is for"), "duties"),
        Column(_("From"), "from_on", is_desk=True),
        Column(_("Until"), "until_on", is_desk=True),
    ),
    action="deputies.{}_consultative",
    form=ConsultativeForm,
    search=("name", "duties"),
    order=("order", "pk"),
    adds=_add(BodyKind.CONSULTATIVE, "deputies.add_consultative"),
    parts="deputies/_members.html",
    more=lambda request, row: {"body": row, **roster_of(request, row)},
    links=_seat_links,
    place=70,
)


OF_BODIES = Addition(
    template="deputies/_seats_of_body.html",
    more=roster_of,
    links=_seat_links,
    concerns=lambda row: row.kind in SEATS,
)


def declare() -> None:
    """Tell the kernel of them, and show who sits in a body on the page of each."""
    extend("bodies", OF_BODIES)
    add(DELEGATIONS)
    add(CONSULTATIVE)
