"""What the sheet of a day is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from renda.congress.models import Body, Post, Term
from renda.congress.roles import BodyKind
from renda.deputies.offices import INCOMPATIBLE
from renda.deputies.quorum import Quorum
from renda.deputies.seats import (
    Seat,
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
