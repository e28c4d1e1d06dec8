"""Who sits where on the day asked, and what follows from it: the council, the lists, whose seat
should not be. Everything is computed from the dated memberships; nothing here is stored."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from renda.congress.models import Body, Congress, Post
from renda.congress.roles import BodyKind, Level, OrganKind
from renda.deputies.models import Membership
from renda.deputies.naming import marks_of
from renda.deputies.offices import INCOMPATIBLE, NOTHING, rank, rests_on
from renda.deputies.roles import Ground, Office

# Posts at these are not of the administration, supervision, courts or procuratorates.
COMPATIBLE = (
    OrganKind.PARTY,
    OrganKind.ENTERPRISE,
    OrganKind.CENTRAL,
    OrganKind.OWN,
    OrganKind.OTHER,
)
IN_COUNCIL = (Office.CHAIR, Office.VICE_CHAIR, Office.SECRETARY_GENERAL)


@dataclass(frozen=True)
class Seat:
    """A membership as a list shows it."""

    membership: Membership

    @property
    def name(self) -> str:
        """The person's name."""
        return self.membership.person.name

    @property
    def marks(self) -> str:
        """（女，蒙古族）."""
        return marks_of(self.membership.person)

    @property
    def office(self) -> str:
        """What the office is called in this body."""
        return self.membership.office_name

    @property
    def strokes(self) -> tuple[int, int]:
        """Where the name stands in a list by strokes; who is no deputy comes last."""
        mandate = self.membership.mandate
        return (mandate.order, mandate.pk) if mandate else (10**9, self.membership.person_id)

    @property
    def precedence(self) -> tuple[int, int, tuple[int, int], int]:
        """Where the seat stands in the order of precedence of its body."""
        row = self.membership
        return (rank(row.body.kind, row.office), row.order, self.strokes, row.pk)


@dataclass(frozen=True)
class Council:
    """主任会议 on a day; `is_derived` when it follows from the standing committee."""

    seats: Sequence[Seat]
    is_derived: bool


def members_on(body: Body, day: date) -> list[Seat]:
    """Who sits in a body on a day, in order of precedence: one query."""
    return members_of([body], day)[body.pk]


def members_of(bodies: Iterable[Body], day: date) -> dict[int, list[Seat]]:
    """Who sits in each of these bodies on a day, in order of precedence: one query for all."""
    wanted = {body.pk: body for body in bodies}
    found: dict[int, list[Seat]] = {pk: [] for pk in wanted}
    for row in _rows(Membership.objects.held_on(day).filter(body__in=wanted)):
        found[row.body_id].append(Seat(row))
    return {pk: sorted(seats, key=lambda s: s.precedence) for pk, seats in found.items()}


def earlier(body: Body, day: date) -> list[Seat]:
    """Who has left a body before a day, the last first."""
    rows = Membership.objects.filter(body=body, until_on__lt=day)
    return [Seat(row) for row in _rows(rows).order_by("-until_on", "pk")]


def to_come(body: Body, day: date) -> list[Seat]:
    """Who will sit in a body after a day."""
    rows = Membership.objects.filter(body=body, from_on__gt=day)
    return [Seat(row) for row in _rows(rows).order_by("from_on", "pk")]


def bodies_of(congress: Congress, kind: str, day: date) -> list[Body]:
    """The bodies of a kind that there were on a day."""
    return list(Body.objects.there_on(day).filter(congress=congress, kind=kind))


def standing_committee(congress: Congress, day: date) -> list[Seat]:
    """常委会组成人员 on a day, in order of precedence (组织法47)."""
    bodies = bodies_of(congress, BodyKind.STANDING_COMMITTEE, day)
    return [seat for seats in members_of(bodies, day).values() for seat in seats]


def council(congress: Congress, day: date) -> Council:
    """主任会议 on a day: a roster of its own if one is kept, else the chairperson, the
    vice-chairpersons and, but for a county, the secretary-general (组织法54.1)."""
    bodies = bodies_of(congress, BodyKind.COUNCIL, day)
    own = [seat for seats in members_of(bodies, day).values() for seat in seats]
    return council_of(own, standing_committee(congress, day), congress)


def council_of(own: Sequence[Seat], committee: Sequence[Seat], congress: Congress) -> Council:
    """The council, when its own roster and the standing committee are known already."""
    if own:
        return Council(own, is_derived=False)
    offices = IN_COUNCIL[:-1] if congress.level == Level.COUNTY else IN_COUNCIL
    return Council(_once(s for s in committee if s.membership.office in offices), is_derived=True)


def by_strokes(seats: Iterable[Seat]) -> list[Seat]:
    """The same people by strokes of their names, as the congress numbers its deputies."""
    return sorted(seats, key=lambda s: s.strokes)


def headcount(seats: Iterable[Seat]) -> int:
    """How many people these are: who holds two offices counts once."""
    return len({seat.membership.person_id for seat in seats})


def incompatible(seats: Iterable[Seat], day: date) -> list[tuple[Seat, list[Post]]]:
    """Posts held on a day that may not be held beside such a seat (组织法47.3、18.2), each person
    once: one query. A post at an organ whose kind nobody has entered counts."""
    barred: dict[int, Seat] = {
        s.membership.person.user_id: s
        for s in seats
        if s.membership.person.user_id is not None and _is_barred(s.membership)
    }
    if not barred:
        return []
    posts = Post.objects.held_on(day).filter(user_id__in=barred, body__kind=BodyKind.ORGAN)
    found: dict[int, list[Post]] = defaultdict(list)
    for post in posts.exclude(body__organ_kind__in=COMPATIBLE).select_related("body"):
        found[post.user_id].append(post)
    return [(seat, found[user]) for user, seat in barred.items() if user in found]


def _is_barred(row: Membership) -> bool:
    """Of a presidium only its chairperson and vice-chairpersons are barred."""
    is_head = row.office in (Office.PRESIDENT, Office.VICE_PRESIDENT)
    return row.body.kind in INCOMPATIBLE and (row.body.kind != BodyKind.PRESIDIUM or is_head)


def without_mandate(seats: Iterable[Seat], day: date) -> list[Seat]:
    """Seats that go on although the mandate on which they rest has ended. At the end of a term
    they are right: a committee sits until the next one is elected (组织法34.2、48)."""
    found = []
    for seat in seats:
        row = seat.membership
        mandate = row.mandate
        if mandate is None or rests_on(row.body.kind, row.office, row.congress) == NOTHING:
            continue
        has_ended = mandate.until_on is not None and mandate.until_on < day
        if has_ended and mandate.end_ground not in ("", Ground.TERM_OVER):
            found.append(seat)
    return found


def _rows(rows: QuerySet[Membership]) -> QuerySet[Membership]:
    return rows.select_related("person", "body", "congress", "mandate__congress", "mandate__unit")


def _once(seats: Iterable[Seat]) -> list[Seat]:
    """Each person once, with the first of their offices."""
    return list({seat.membership.person_id: seat for seat in reversed(list(seats))}.values())[::-1]
