"""The pages and acts of a congress beside its registers."""

from renda.congress.views.bodies import end, ended, move, rename, renamed
from renda.congress.views.fields import keep_field, looks_after
from renda.congress.views.numbers import show_number
from renda.congress.views.places import becomes, take
from renda.congress.views.reforming import carry_out_reform, reform
from renda.congress.views.rules import back_to_usual, rule, rules, set_rule

__all__ = [
    "back_to_usual",
    "becomes",
    "carry_out_reform",
    "end",
    "ended",
    "keep_field",
    "looks_after",
    "move",
    "reform",
    "rename",
    "renamed",
    "rule",
    "rules",
    "set_rule",
    "show_number",
    "take",
]
