"""Who hears of each step, and in which words."""

from renda.suggestions.notices.of_handling import HANDLING_HEARS
from renda.suggestions.notices.of_suggestion import HEARS

__all__ = ["HANDLING_HEARS", "HEARS"]
