"""What is done to people, mandates, seats and groups outside any process, each with its event."""

from renda.deputies.actions.ending_group import end_group
from renda.deputies.actions.falling import fall_with_announcement, fall_with_mandate
from renda.deputies.actions.following import follow, posts_of_memberships
from renda.deputies.actions.grouping import change_group, follow_group, found_group, move_to_group
from renda.deputies.actions.people import add_deputy, add_person
from renda.deputies.actions.placing import place_deputies
from renda.deputies.actions.seating import (
    Named,
    change_office,
    correct_seat,
    leave,
    reorder,
    seat,
    seat_slate,
)
from renda.deputies.actions.turning import begin_change_of_term, carry_out_changes_of_term

__all__ = [
    "Named",
    "add_deputy",
    "add_person",
    "begin_change_of_term",
    "carry_out_changes_of_term",
    "change_group",
    "change_office",
    "correct_seat",
    "end_group",
    "fall_with_announcement",
    "fall_with_mandate",
    "follow",
    "follow_group",
    "found_group",
    "leave",
    "move_to_group",
    "place_deputies",
    "posts_of_memberships",
    "reorder",
    "seat",
    "seat_slate",
]
