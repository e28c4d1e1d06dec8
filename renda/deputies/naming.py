"""How the office writes people's names in a list, 其其格玛（女，蒙古族）, and a change of term,
市五届人大至六届换届."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from renda.congress.naming import numeral, term_name
from renda.deputies.models import Person, TermChange
from renda.deputies.roles import Sex

HAN = ("", "汉", "汉族")  # what a list does not say


def marks_of(person: Person) -> str:
    """（女，蒙古族）: only what a list says; nothing for a man of the Han."""
    said = [_("female")] if person.sex == Sex.FEMALE else []
    if person.nationality not in HAN:
        said.append(person.nationality)
    if not said:
        return ""
    return _("(%(marks)s)") % {"marks": pgettext("in brackets after a name", ", ").join(said)}


def change_name(change: TermChange) -> str:
    """By the term that ends and the one that begins."""
    named = {"old": term_name(change.old), "new": numeral(change.new.number)}
    return _("From %(old)s to term %(new)s") % named
