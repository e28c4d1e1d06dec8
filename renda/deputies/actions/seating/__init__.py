"""Taking a seat in a body and leaving it. Each is an action with its event, and the post that the
office gives goes with it in the same transaction."""

from renda.deputies.actions.seating.changing import change_office, correct_seat, reorder
from renda.deputies.actions.seating.leaving import leave
from renda.deputies.actions.seating.taking import Named, seat, seat_slate

__all__ = ["Named", "change_office", "correct_seat", "leave", "reorder", "seat", "seat_slate"]
