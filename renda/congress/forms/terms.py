"""Terms and sessions."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from renda.congress.models import Congress, Session, Term
from renda.congress.powers import lacking
from renda.congress.roles import Power
from renda.kernel.registers.forms import RowForm


class TermForm(RowForm):
    """届: its number and its days."""

    class Meta:
        model = Term
        fields = ("number", "from_on", "until_on")

    def clean(self) -> dict[str, Any]:
        """It ends after it begins."""
        said: dict[str, Any] = super().clean() or {}
        _refuse_without_sessions(self.congress)
        if said.get("until_on") and said.get("from_on") and said["until_on"] < said["from_on"]:
            self.add_error("until_on", _("The term cannot end before it begins."))
        return said


class SessionForm(RowForm):
    """次会议: its number in the term, opening and closing day."""

    class Meta:
        model = Session
        fields = ("term", "number", "opens_on", "closes_on")

    def clean(self) -> dict[str, Any]:
        """It closes on the day it opens or later, and within its term."""
        said: dict[str, Any] = super().clean() or {}
        _refuse_without_sessions(self.congress)
        opens, closes, term = said.get("opens_on"), said.get("closes_on"), said.get("term")
        if opens and closes and closes < opens:
            self.add_error("closes_on", _("A session cannot close before it opens."))
        if opens and term and (opens < term.from_on or (term.until_on and opens > term.until_on)):
            self.add_error("opens_on", _("This day is not in the term."))
        return said


def _refuse_without_sessions(congress: Congress) -> None:
    if why := lacking(congress, Power.SESSIONS):
        raise ValidationError(why)
