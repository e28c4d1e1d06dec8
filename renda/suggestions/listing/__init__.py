"""Lists of suggestions: chips with counts, filters, and one clock a row, in fixed queries."""

from renda.suggestions.listing.chips import Chip, chips, chosen
from renda.suggestions.listing.clocked import overdue
from renda.suggestions.listing.finding import at_organ, matching
from renda.suggestions.listing.rows import Row, with_badges
from renda.suggestions.listing.terms import in_term, term_choices

__all__ = [
    "Chip",
    "Row",
    "at_organ",
    "chips",
    "chosen",
    "in_term",
    "matching",
    "overdue",
    "term_choices",
    "with_badges",
]
