"""Posts are given, changed and ended; somebody stands in; clerks are borrowed; work is handed over.
Each is an action with its event."""

from renda.congress.staffing.borrowing import Borrowed, borrow, follow_session
from renda.congress.staffing.ending import change_post, end_post
from renda.congress.staffing.giving import check_post, give_post
from renda.congress.staffing.moving import hand_over
from renda.congress.staffing.standing_in import end_stand_in, stand_in

__all__ = [
    "Borrowed",
    "borrow",
    "change_post",
    "check_post",
    "end_post",
    "end_stand_in",
    "follow_session",
    "give_post",
    "hand_over",
    "stand_in",
]
