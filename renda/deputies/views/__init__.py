"""The pages of the deputies: bodies and who sits in them, delegations, groups, the change of term,
personal data of one person."""

from renda.deputies.views.assistants import ask, assistant, end, name
from renda.deputies.views.cases import announce_many, begin, case, cases, report, take_case
from renda.deputies.views.certificates import issue, issue_all, sheet
from renda.deputies.views.days import on_a_day
from renda.deputies.views.delegations import delegations, move, move_here, place_free
from renda.deputies.views.group_end import end_group, end_of_group
from renda.deputies.views.groups import confirm, groups, propose
from renda.deputies.views.leaving import leave, leave_seat, office, take_office
from renda.deputies.views.own import drop, keep, mine, photo, save
from renda.deputies.views.proposals import accept, decline, proposals, take_back
from renda.deputies.views.public import above, deputies, deputy
from renda.deputies.views.seats import body, order, seat, seat_people, set_order

__all__ = [
    "above",
    "accept",
    "announce_many",
    "ask",
    "assistant",
    "begin",
    "body",
    "case",
    "cases",
    "confirm",
    "decline",
    "delegations",
    "deputies",
    "deputy",
    "drop",
    "end",
    "end_group",
    "end_of_group",
    "groups",
    "issue",
    "issue_all",
    "keep",
    "leave",
    "leave_seat",
    "mine",
    "move",
    "move_here",
    "name",
    "office",
    "on_a_day",
    "order",
    "photo",
    "place_free",
    "proposals",
    "propose",
    "report",
    "save",
    "seat",
    "seat_people",
    "set_order",
    "sheet",
    "take_back",
    "take_case",
    "take_office",
]
