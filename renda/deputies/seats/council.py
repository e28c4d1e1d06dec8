"""The standing committee and the council of chairpersons."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from renda.congress.models import Congress
from renda.congress.roles import BodyKind, Level
from renda.deputies.roles import Office
from renda.deputies.seats.read import bodies_of, members_of
from renda.deputies.seats.shapes import Seat, once

IN_COUNCIL = (Office.CHAIR, Office.VICE_CHAIR, Office.SECRETARY_GENERAL)


@dataclass(frozen=True)
class Council:
    """主任会议 on a day; `is_derived` when it follows from the standing committee."""

    seats: Sequence[Seat]
    is_derived: bool


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
    return Council(once(s for s in committee if s.membership.office in offices), is_derived=True)
