"""The roster of the new term: who is elected again, who is new, and who may be who.

Nobody is ever merged by name: where a new person is called like a deputy of the old term, the
office is asked.
"""

from renda.deputies.turnover.roster.again import enter_again, take_units
from renda.deputies.turnover.roster.namesakes import are_one, namesakes, tell_apart
from renda.deputies.turnover.roster.recognising import (
    Recognised,
    again_by_person,
    before,
    confirm,
    entered,
    recognised,
)

__all__ = [
    "Recognised",
    "again_by_person",
    "are_one",
    "before",
    "confirm",
    "enter_again",
    "entered",
    "namesakes",
    "recognised",
    "take_units",
    "tell_apart",
]
