"""Deputies without an account, and joining one with an account."""

from typing import Any

from renda.congress.candidates import Candidate, Roster
from renda.congress.models import Congress
from renda.deputies.models import Mandate, Person
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.keeping import change


def without_account(congress: Congress) -> list[Candidate]:
    """The deputies in office who have no account, in the order the congress keeps."""
    rows = Mandate.objects.held_on(today()).filter(congress=congress, person__user=None)
    return [
        Candidate(str(m.pk), m.person.name, m.electoral_unit, _number_of(m.person))
        for m in rows.select_related("person")
    ]


def join(mandate_key: str, user: Any, _congress: Congress, by: Actor) -> None:
    """A deputy is given an account, or joined with the one they have by a post.

    Raises Refused when somebody else has this account.
    """
    mandate = Mandate.objects.select_related("person").get(pk=int(mandate_key))
    change(
        mandate.person,
        "deputies.join_account",
        by=by,
        values={"user": user},
        congress_id=mandate.congress_id,
    )


ROSTER = Roster(without_account, join)


def _number_of(person: Person) -> str:
    try:
        return person.mobile
    except Refused:  # sealed with a key of before
        return ""
