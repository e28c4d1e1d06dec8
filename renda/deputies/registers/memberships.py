"""Who sits in which body, as what, from when until when: a line for each seat."""

from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from renda.congress.permits import keeps_bodies, reads_bodies
from renda.congress.roles import BodyKind
from renda.deputies import actions
from renda.deputies.forms.seating import MembershipForm
from renda.deputies.models import Membership
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.registers.register import Chip, Column, Link, Register, add

GROUPED = (BodyKind.GROUP, BodyKind.DELEGATION)


def _rows(actor: Actor) -> QuerySet[Any]:
    rows = Membership.objects.filter(congress_id=actor.congress_id)
    return rows.select_related("person__user", "body__group", "congress", "mandate")


def _now(rows: QuerySet[Any], _actor: Actor) -> QuerySet[Any]:
    return rows.filter(Q(until_on=None) | Q(until_on__gte=today()), from_on__lte=today())


def _left(rows: QuerySet[Any], _actor: Actor) -> QuerySet[Any]:
    return rows.filter(until_on__lt=today())


def _links(actor: Actor, congress: Any, row: Any) -> list[Link]:
    slug = congress.slug
    found = [
        Link(_("All members of this body"), reverse("deputies:body", args=[slug, row.body_id]))
    ]
    is_over = row.until_on is not None and row.until_on < today()
    if keeps_bodies(actor) and not is_over:
        office, leave = (reverse(f"deputies:{n}", args=[slug, row.pk]) for n in ("office", "leave"))
        found += [Link(_("Another office"), office, "pen"), Link(_("Leaves"), leave, "leave")]
    return found


MEMBERSHIPS = Register(
    key="memberships",
    name=_("Seats in bodies"),
    one=_("a seat"),
    about=_("Who sits in which body, as what, from when until when, and why somebody left."),
    icon="people",
    group="bodies",
    model=lambda: Membership,
    rows=_rows,
    reads=reads_bodies,
    writes=keeps_bodies,
    columns=(
        Column(pgettext_lazy("of a person", "Name"), "person.name", is_title=True),
        Column(_("Body"), "body.name"),
        Column(_("Office"), "office_name"),
        Column(_("Order"), "order", is_desk=True),
        Column(_("From"), "from_on"),
        Column(_("Until"), "until_on"),
        Column(_("Reason"), "reason", is_desk=True),
    ),
    action="deputies.{}_membership",
    form=MembershipForm,
    search=("person__name", "body__name"),
    chips=(
        Chip("now", _("Sitting now"), _now),
        Chip("bodies", _("Without groups"), lambda rows, a: rows.exclude(body__kind__in=GROUPED)),
        Chip("groups", _("Groups only"), lambda rows, a: rows.filter(body__kind=BodyKind.GROUP)),
        Chip("left", _("Left"), _left),
    ),
    order=("body__order", "body_id", "until_on", "order", "pk"),
    can_add=False,
    changes=actions.correct_seat,
    follows=actions.follow,
    links=_links,
    list_links=lambda actor, congress: [
        Link(_("By body, on a day"), reverse("deputies:on_a_day", args=[congress.slug]), "hall")
    ],
    place=40,
)


def declare() -> None:
    """Tell the kernel of it."""
    add(MEMBERSHIPS)
