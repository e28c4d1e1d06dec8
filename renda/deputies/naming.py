"""How the office writes people's names in a list: 其其格玛（女，蒙古族）."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from renda.deputies.models import Person
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
