"""The bodies of a sheet, each in order of precedence."""

from collections.abc import Sequence
from itertools import groupby

from renda.congress.models import Body, Congress
from renda.congress.roles import BodyKind
from renda.deputies.quorum import majority
from renda.deputies.roles import Office
from renda.deputies.seats import (
    Seat,
    by_strokes,
    council_of,
    headcount,
)
from renda.deputies.sheets.shapes import KINDS, VOTING, Section


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


def listed(
    congress: Congress, bodies: Sequence[Body], members: dict[int, list[Seat]], is_by_strokes: bool
) -> list[Section]:
    """The bodies with their members, in the order of a sheet."""
    found = [
        section(body, members[body.pk], is_by_strokes=is_by_strokes)
        for kind in KINDS
        for body in bodies
        if body.kind == kind
    ]
    return _with_council(found, congress)


def _with_council(sections: Sequence[Section], congress: Congress) -> list[Section]:
    """The council of chairpersons follows from the standing committee where nobody keeps it."""
    kept = first_of(sections, BodyKind.COUNCIL)
    committee = first_of(sections, BodyKind.STANDING_COMMITTEE)
    if committee is None or (kept is not None and kept.count):
        return list(sections)
    body = kept.body if kept is not None else Body(congress=congress, kind=BodyKind.COUNCIL)
    seats = council_of([], committee.seats, congress).seats
    derived = Section(body, seats, by_office(seats), headcount(seats), is_derived=True)
    found = [s for s in sections if s is not kept]
    found.insert(found.index(committee) + 1, derived)
    return found


def first_of(sections: Sequence[Section], kind: str) -> Section | None:
    """The first section of a body of this kind."""
    return next((s for s in sections if s.body.kind == kind), None)
