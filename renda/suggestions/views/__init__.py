"""Pages of the suggestions, one file for each kind of visit."""

from renda.suggestions.views.detail import detail, print_text, take, take_handling
from renda.suggestions.views.listing import suggestions
from renda.suggestions.views.registering import register, register_paper
from renda.suggestions.views.writing import begin, edit, save, write

__all__ = [
    "begin",
    "detail",
    "edit",
    "print_text",
    "register",
    "register_paper",
    "save",
    "suggestions",
    "take",
    "take_handling",
    "write",
]
