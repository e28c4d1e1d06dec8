"""The congress on a day, as one sheet: who sat where, how many there were, what was vacant."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Q

from renda.congress.models import Body, Congress, Post, Term
from renda.congress.roles import BodyKind
from renda.deputies.models import Mandate, Suspension
from renda.deputies.offices import BESIDE, INCOMPATIBLE
from renda.deputies.quorum import Quorum, majority, two_thirds
from renda.deputies.roles import Office
from renda.deputies.seats import (
    Seat,
    by_strokes,
    council_of,
    headcount,
    incompatible,
    members_of,
    without_mandate,
)

# The bodies of the sheet, in the order in which an office lists them.
KINDS = (
    BodyKind.STANDING_COMMITTEE,
    BodyKind.COUNCIL,
    BodyKind.PRESIDIUM,
    BodyKind.PARTY_GROUP,
    BodyKind.QUALIFICATION,
    BodyKind.COMMITTEE,
    BodyKind.WORKING_COMMITTEE,
    BodyKind.DISPATCHED,
    BodyKind.DISCIPLINE,
    BodyKind.CONSULTATIVE,
)
VOTING = (BodyKind.STANDING_COMMITTEE, BodyKind.PRESIDIUM)


@dataclass(frozen=True)
class Section:
    """A body with its members on the day, office by office."""

    body: Body
    seats: Sequence[Seat]
    offices: Sequence[tuple[str, Sequence[Seat]]]
    count: int
    quorum: Quorum | None = None
    is_derived: bool = False


@dataclass(frozen=True)
class Warned:
    """A seat that should not be: what the person holds beside it, or that the mandate ended."""

    seat: Seat
    posts: Sequence[Post] = ()

    @property
    def cites(self) -> str:
        """The article that forbids it."""
        return INCOMPATIBLE.get(BodyKind(self.seat.membership.body.kind), "")


@dataclass(frozen=True)
class Led:
    """A delegation with its head, its liaison and the number of its deputies."""

    body: Body
    deputies: int
    heads: Sequence[Seat]
    liaisons: Sequence[Seat]


@dataclass(frozen=True)
class DaySheet:
    """The congress on a day."""

    day: date
    term: Term | None
    deputies: int
    suspended: int
    quorum: Quorum
    sections: Sequence[Section]
    empty: Sequence[Body]
    delegations: Sequence[Led]
    warnings: Sequence[Warned]
    vacant_seats: int | None
    vacant_in_committee: int | None


def day_sheet(congress: Congress, day: date, *, is_by_strokes: bool = False) -> DaySheet:
    """The whole sheet, in seven queries."""
    kinds = [*KINDS, BodyKind.DELEGATION]
    bodies = list(Body.objects.there_on(day).filter(congress=congress, kind__in=kinds))
    members = members_of(bodies, day)
    delegations = [b for b in bodies if b.kind == BodyKind.DELEGATION]
    sections = _sections(congress, bodies, members, is_by_strokes)
    counted = _counted(congress, day)
    deputies = sum(counted.values())
    committee = _of_kind(sections, BodyKind.STANDING_COMMITTEE)
    return DaySheet(
        day=day,
        term=term_on(congress, day),
        deputies=deputies,
        suspended=_suspended(congress, day),
        quorum=two_thirds(deputies),
        sections=[s for s in sections if s.count],
        empty=[s.body for s in sections if not s.count and s.body.kind != BodyKind.COUNCIL],
        delegations=[_led(b, members[b.pk], counted[b.pk]) for b in delegations],
        warnings=warned([seat for found in members.values() for seat in found], day),
        vacant_seats=_vacant(congress.fixed_deputies, deputies),
        vacant_in_committee=_vacant(congress.fixed_committee, committee.count if committee else 0),
    )


def section(body: Body, seats: Sequence[Seat], *, is_by_strokes: bool = False) -> Section:
    """A body's members office by office; those without an office by strokes if it is asked."""
    count = headcount(seats)
    return Section(
        body,
        seats,
        by_office(seats, is_by_strokes=is_by_strokes),
        count,
        majority(count, body.kind) if body.kind in VOTING else None,
    )


def by_office(
    seats: Sequence[Seat], *, is_by_strokes: bool = False
) -> list[tuple[str, Sequence[Seat]]]:
    """主任, 副主任, 秘书长, 委员, each with those who are it."""
    found: list[tuple[str, Sequence[Seat]]] = []
    for office, group in groupby(seats, key=lambda seat: seat.membership.office):
        there = list(group)
        if is_by_strokes and office == Office.MEMBER:
            there = by_strokes(there)
        found.append((there[0].office, there))
    return found


def warned(seats: Iterable[Seat], day: date) -> list[Warned]:
    """Seats that should not be, each once, with the reason: one query."""
    there = list(seats)
    found = [Warned(seat, posts) for seat, posts in incompatible(there, day)]
    return found + [Warned(seat) for seat in without_mandate(there, day)]


def term_on(congress: Congress, day: date) -> Term | None:
    """The term to which a day belongs."""
    rows = Term.objects.filter(congress=congress, from_on__lte=day)
    rows = rows.filter(Q(until_on=None) | Q(until_on__gte=day))
    found: Term | None = rows.order_by("-from_on").first()
    return found


def _sections(
    congress: Congress, bodies: Sequence[Body], members: dict[int, list[Seat]], is_by_strokes: bool
) -> list[Section]:
    found = [
        section(body, members[body.pk], is_by_strokes=is_by_strokes)
        for kind in KINDS
        for body in bodies
        if body.kind == kind
    ]
    return _with_council(found, congress)


def _with_council(sections: Sequence[Section], congress: Congress) -> list[Section]:
    """The council of chairpersons follows from the standing committee where nobody keeps it."""
    kept = _of_kind(sections, BodyKind.COUNCIL)
    committee = _of_kind(sections, BodyKind.STANDING_COMMITTEE)
    if committee is None or (kept is not None and kept.count):
        return list(sections)
    body = kept.body if kept is not None else Body(congress=congress, kind=BodyKind.COUNCIL)
    seats = council_of([], committee.seats, congress).seats
    derived = Section(body, seats, by_office(seats), headcount(seats), is_derived=True)
    found = [s for s in sections if s is not kept]
    found.insert(found.index(committee) + 1, derived)
    return found


def _of_kind(sections: Sequence[Section], kind: str) -> Section | None:
    return next((s for s in sections if s.body.kind == kind), None)


def _counted(congress: Congress, day: date) -> Counter[int | None]:
    """How many deputies there were in each delegation, and in none."""
    rows = Mandate.objects.deputies_on(day).filter(congress=congress)
    return Counter(rows.values_list("delegation", flat=True))


def _led(body: Body, seats: Sequence[Seat], deputies: int) -> Led:
    liaisons = [s for s in seats if s.membership.office in BESIDE]
    return Led(body, deputies, [s for s in seats if s not in liaisons], liaisons)


def _suspended(congress: Congress, day: date) -> int:
    there = Mandate.objects.deputies_on(day).filter(congress=congress)
    rows = Suspension.objects.filter(mandate__in=there.order_by(), from_on__lte=day)
    rows = rows.filter(Q(until_on=None) | Q(until_on__gte=day))
    return rows.values("mandate").distinct().count()


def _vacant(fixed: int | None, there: int) -> int | None:
    return max(fixed - there, 0) if fixed is not None else None
