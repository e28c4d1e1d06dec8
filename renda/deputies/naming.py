"""How a change of term is called: 市五届至六届换届."""

from django.utils.translation import gettext as _

from renda.congress.naming import numeral, term_name
from renda.deputies.models import TermChange


def change_name(change: TermChange) -> str:
    """By the term that ends and the one that begins."""
    named = {"old": term_name(change.old), "new": numeral(change.new.number)}
    return _("From %(old)s to term %(new)s") % named
