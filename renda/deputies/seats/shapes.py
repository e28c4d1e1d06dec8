"""A seat as a list shows it."""

from collections.abc import Iterable
from dataclasses import dataclass

from renda.deputies.models import Membership
from renda.deputies.naming import marks_of
from renda.deputies.offices import rank


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


def by_strokes(seats: Iterable[Seat]) -> list[Seat]:
    """The same people by strokes of their names, as the congress numbers its deputies."""
    return sorted(seats, key=lambda s: s.strokes)


def headcount(seats: Iterable[Seat]) -> int:
    """How many people these are: who holds two offices counts once."""
    return len({seat.membership.person_id for seat in seats})


def once(seats: Iterable[Seat]) -> list[Seat]:
    """Each person once, with the first of their offices."""
    return list({seat.membership.person_id: seat for seat in reversed(list(seats))}.values())[::-1]
