"""Deputies without an account, and joining one with an account."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from renda.congress.candidates import Candidate, Roster
from renda.congress.models import Congress
from renda.deputies.actions import posts_of_memberships
from renda.deputies.models import Mandate, Person
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.keeping import change, locked


def without_account(congress: Congress) -> list[Candidate]:
    """The deputies in office who have no account, in the order the congress keeps."""
    rows = Mandate.objects.deputies_on(today()).filter(congress=congress, person__user=None)
    return [
        Candidate(str(m.pk), m.person.name, m.electoral_unit, _number_of(m.person))
        for m in rows.select_related("person")
    ]


@transaction.atomic
def join(mandate_key: str, user: Any, _congress: Congress, by: Actor) -> None:
    """A deputy is given an account, or joined with the one they have by a post; the seats held
    give their posts from then on.

    Raises Refused when somebody else has this account, or the deputy has one by now.
    """
    mandate = Mandate.objects.select_related("person").get(pk=int(mandate_key))
    person: Person = locked(mandate.person)
    if person.user_id is not None:
        raise Refused(_("Somebody on the list has an account by now. Load the page again."))
    change(
        person,
        "deputies.join_account",
        by=by,
        values={"user": user},
        congress_id=mandate.congress_id,
    )
    posts_of_memberships(person=person, by=by)


ROSTER = Roster(without_account, join)


def _number_of(person: Person) -> str:
    try:
        return person.mobile
    except Refused:  # sealed with a key of before
        return ""
