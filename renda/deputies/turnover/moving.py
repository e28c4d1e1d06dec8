"""Moving the first session: what was entered for its day goes with it."""

from datetime import date

from django.utils.translation import gettext as _

from renda.congress.models import Session, Term
from renda.congress.staffing import follow_session
from renda.deputies.models import Mandate, TermChange
from renda.kernel.lifecycle import registering
from renda.kernel.lifecycle.occasion import Occasion
from renda.kernel.permits.refusal import Refused


def check_days(old: Term, opens_on: date, closes_on: date) -> None:
    """The first session of the next term comes after the last of the old one. Raises Refused."""
    if closes_on < opens_on:
        raise Refused(_("A session cannot close before it opens."))
    last = Session.objects.filter(term=old).order_by("-closes_on").first()
    if opens_on <= old.from_on or (last is not None and opens_on <= last.closes_on):
        raise Refused(_("The new term opens after the last session of the old one."))


def move(change: TermChange, opens_on: date, closes_on: date, *, occasion: Occasion) -> None:
    """Session, term and the seats that began on the old day; the day of the elections is asked
    again when it no longer lies in the session."""
    check_days(change.old, opens_on, closes_on)
    was = change.on
    days = {"opens_on": opens_on, "closes_on": closes_on}
    registering.change(change.session, "congress.change_session", occasion=occasion, values=days)
    follow_session(change.session, occasion.by)
    if was == opens_on:
        return
    values = {"from_on": opens_on}
    if change.new.from_on != opens_on:
        registering.change(change.new, "congress.change_term", occasion=occasion, values=values)
    for row in Mandate.objects.filter(term=change.new_id, from_on=was).order_by("pk"):
        registering.change(row, "deputies.change_mandate", occasion=occasion, values=values)
