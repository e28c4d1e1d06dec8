"""What the page of a body shows beside its entry, read in a fixed number of queries."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from renda.congress import inheriting
from renda.congress.models import (
    AddressEntry,
    Body,
    BodyPast,
    Contact,
    Counterpart,
    Post,
    Succession,
)
from renda.congress.renaming import neighbours
from renda.congress.roles import BodyKind, Duty
from renda.kernel.permits.actor import Actor

DUTIES = list(Duty.values)


@dataclass(frozen=True)
class Staff:
    """The body itself or one of its sections, with the posts held there today."""

    body: Body
    posts: list[Post]


@dataclass(frozen=True)
class BodyPage:
    """Everything around one body on a day."""

    contacts: list[Contact]
    former: list[Contact]
    staff: list[Staff]
    below: list[Body]
    counterparts: list[Counterpart]
    pasts: list[BodyPast]
    heirs: list[Succession]
    inherited: list[Succession]
    addresses: list[AddressEntry]
    open_work: list[tuple[inheriting.Work, list[inheriting.Item]]]
    beside: list[Body]
    is_committee: bool
    is_organ: bool


def body_page(body: Body, day: date, actor: Actor) -> BodyPage:
    """Read it for somebody; `body` is loaded with its congress."""
    contacts = sorted(body.contacts.all(), key=lambda c: DUTIES.index(c.duty))
    below = list(body.parts.order_by("order", "pk"))
    sections = [part for part in below if part.kind == BodyKind.SECTION and _is_there(part, day)]
    fields = Counterpart.objects.filter(Q(committee=body) | Q(organ=body), _lasts(day))
    ways = Succession.objects.filter(Q(old=body) | Q(new=body)).select_related("old", "new")
    successions = list(ways)
    return BodyPage(
        contacts=[c for c in contacts if _is_there(c, day)],
        former=[c for c in contacts if not _is_there(c, day)],
        staff=_staff([body, *sections], day),
        below=[part for part in below if part.kind != BodyKind.SECTION and _is_there(part, day)],
        counterparts=list(fields.select_related("committee", "organ").order_by("organ__order")),
        pasts=list(body.pasts.order_by("-until_on")),
        heirs=[row for row in successions if row.old_id == body.pk],
        inherited=[row for row in successions if row.new_id == body.pk],
        addresses=list(body.addresses.order_by("-used_on", "name")[:20]),
        open_work=inheriting.shown_at([body.pk], actor),
        beside=list(neighbours(body)),
        is_committee=body.kind in (BodyKind.COMMITTEE, BodyKind.WORKING_COMMITTEE),
        is_organ=body.kind == BodyKind.ORGAN,
    )


def _staff(bodies: list[Body], day: date) -> list[Staff]:
    posts = Post.objects.held_on(day).filter(body__in=bodies).select_related("user")
    held = list(posts.order_by("role", "from_on", "pk"))
    rows = [Staff(body, [post for post in held if post.body_id == body.pk]) for body in bodies]
    return [row for row in rows if row.posts or row.body is not bodies[0]]


def _lasts(day: date) -> Q:
    return Q(until_on=None) | Q(until_on__gte=day)


def _is_there(row: Body | Contact, day: date) -> bool:
    return row.until_on is None or row.until_on >= day
