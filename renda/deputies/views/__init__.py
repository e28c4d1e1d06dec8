"""Pages of the deputies, one file for each kind of visit."""

from renda.deputies.views.assistants import ask, assistant, end, name
from renda.deputies.views.cases import announce_many, begin, case, cases, report, take_case
from renda.deputies.views.certificates import issue, issue_all, sheet
from renda.deputies.views.own import drop, keep, mine, photo, save
from renda.deputies.views.proposals import accept, decline, proposals, take_back
from renda.deputies.views.public import above, deputies, deputy

__all__ = [
    "above",
    "accept",
    "announce_many",
    "ask",
    "assistant",
    "begin",
    "case",
    "cases",
    "decline",
    "deputies",
    "deputy",
    "drop",
    "end",
    "issue",
    "issue_all",
    "keep",
    "mine",
    "name",
    "photo",
    "proposals",
    "report",
    "save",
    "sheet",
    "take_back",
    "take_case",
]
