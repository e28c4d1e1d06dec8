"""Who sits where on the day asked, and what follows from it: the council, the lists, whose seat
should not be. Everything is computed from the dated memberships; nothing here is stored."""

from renda.deputies.seats.council import council, council_of, standing_committee
from renda.deputies.seats.judged import incompatible, without_mandate
from renda.deputies.seats.read import bodies_of, earlier, members_of, members_on, to_come
from renda.deputies.seats.shapes import Seat, by_strokes, headcount

__all__ = [
    "Seat",
    "bodies_of",
    "by_strokes",
    "council",
    "council_of",
    "earlier",
    "headcount",
    "incompatible",
    "members_of",
    "members_on",
    "standing_committee",
    "to_come",
    "without_mandate",
]
