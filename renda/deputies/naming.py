"""How deputies are written in lists, 单　禾（女，蒙古族）, and what a change of term is called."""

import re
import unicodedata

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from renda.congress.models import Term
from renda.congress.naming import numeral
from renda.congress.naming import term_name as whole_term_name
from renda.deputies.models import Mandate, Person, TermChange
from renda.deputies.roles import Sex
from renda.kernel.pages.templatetags.renda import chinese_date, spaced_name

HAN = ("", "汉", "汉族")  # what a list does not say
_BETWEEN_HAN = re.compile(
    r"(?<=[\u3400-\u9fff\U00020000-\U0003ffff])\s+(?=[\u3400-\u9fff\U00020000-\U0003ffff])"
)


def kept_name(written: str) -> str:
    """A name as it is kept: 单　禾 and 单 禾 are 单禾; what cannot be seen is left out, and rare
    characters stay as they are."""
    seen = "".join(c for c in unicodedata.normalize("NFC", written) if _is_seen(c))
    return _BETWEEN_HAN.sub("", " ".join(seen.split()))


def _is_seen(c: str) -> bool:
    return c.isspace() or unicodedata.category(c)[0] != "C"


def listed_name(person: Person, *, is_full: bool = True) -> str:
    """The name as lists of deputies have it: two characters spaced, and, where the kind of list
    says so (`is_full`), behind it what is not the rule: 女, and an ethnic group that is not Han.

    Nothing is taken for a surname: 那仁格日勒图 has none.
    """
    name, marks = spaced_name(person.name), marks_of(person) if is_full else ""
    return f"{name} {marks}" if marks and _is_english() else f"{name}{marks}"


def marks_of(person: Person) -> str:
    """（女，蒙古族）: only what a list says; nothing for a man of the Han."""
    said = [_("female")] if person.sex == Sex.FEMALE else []
    if person.nationality not in HAN:
        said.append(person.nationality)
    if not said:
        return ""
    return _("(%(marks)s)") % {"marks": pgettext("in brackets after a name", ", ").join(said)}


def born_words(born: str) -> str:
    """When somebody was born, as far as it is known: 1987年, 1987年5月, 1987年5月21日."""
    if len(born) == 4:
        return born if _is_english() else f"{born}年"
    if len(born) == 7 and (day := parse_date(f"{born}-01")):
        return date_format(day, "F Y" if _is_english() else "Y年n月")
    return chinese_date(parse_date(born)) if parse_date(born) else born


def unit_name(mandate: Mandate) -> str:
    """Where they were elected: the unit of the register, or what the roster said."""
    return mandate.unit.name if mandate.unit else mandate.electoral_unit


def told_apart(mandate: Mandate) -> str:
    """A deputy in a list to choose from: two people may have one name."""
    return f"{spaced_name(mandate.person.name)} {unit_name(mandate)}".rstrip()


def term_name(term: Term) -> str:
    """第五届."""
    return _("Term %(number)s") % {"number": numeral(term.number)}


def change_name(change: TermChange) -> str:
    """By the term that ends and the one that begins."""
    named = {"old": whole_term_name(change.old), "new": numeral(change.new.number)}
    return _("From %(old)s to term %(new)s") % named


def _is_english() -> bool:
    return (get_language() or "").startswith("en")
