"""The pages of the deputies: bodies and who sits in them, delegations, groups, the change of term,
personal data of one person."""

from renda.deputies.views.days import on_a_day
from renda.deputies.views.delegations import delegations, move, move_here, place_free
from renda.deputies.views.groups import confirm, groups, propose
from renda.deputies.views.leaving import leave, leave_seat, office, take_office
from renda.deputies.views.seats import body, order, seat, seat_people, set_order

__all__ = [
    "body",
    "confirm",
    "delegations",
    "groups",
    "leave",
    "leave_seat",
    "move",
    "move_here",
    "office",
    "on_a_day",
    "order",
    "place_free",
    "propose",
    "seat",
    "seat_people",
    "set_order",
    "take_office",
]
