"""The pages and acts of a congress beside its registers."""

from renda.congress.views.places import becomes, take
from renda.congress.views.rules import back_to_usual, rule, rules, set_rule

__all__ = ["back_to_usual", "becomes", "rule", "rules", "set_rule", "take"]
