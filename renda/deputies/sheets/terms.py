"""The figures of a sheet: who is counted, suspended, vacant; who leads."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Q

from renda.congress.models import Body, Congress, Term
from renda.deputies.models import Mandate, Suspension
from renda.deputies.offices import BESIDE
from renda.deputies.seats import (
    Seat,
    incompatible,
    without_mandate,
)
from renda.deputies.sheets.shapes import Led, Warned


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


def counted_by_delegation(congress: Congress, day: date) -> Counter[int | None]:
    """How many deputies there were in each delegation, and in none."""
    rows = Mandate.objects.deputies_on(day).filter(congress=congress)
    return Counter(rows.values_list("delegation", flat=True))


def led_by(body: Body, seats: Sequence[Seat], deputies: int) -> Led:
    """A delegation with its head and liaison."""
    liaisons = [s for s in seats if s.membership.office in BESIDE]
    return Led(body, deputies, [s for s in seats if s not in liaisons], liaisons)


def suspended_on(congress: Congress, day: date) -> int:
    """How many deputies are suspended on the day."""
    there = Mandate.objects.deputies_on(day).filter(congress=congress)
    rows = Suspension.objects.filter(mandate__in=there.order_by(), from_on__lte=day)
    rows = rows.filter(Q(until_on=None) | Q(until_on__gte=day))
    return rows.values("mandate").distinct().count()


def left_vacant(fixed: int | None, there: int) -> int | None:
    """How many seats of those fixed are empty; None where no number is fixed."""
    return max(fixed - there, 0) if fixed is not None else None
