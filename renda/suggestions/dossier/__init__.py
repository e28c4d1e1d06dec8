"""Everything about one suggestion that its page shows, read in a fixed number of queries."""

from renda.suggestions.dossier.opening import Dossier, open_dossier
from renda.suggestions.dossier.way import why_returned

__all__ = ["Dossier", "open_dossier", "why_returned"]
