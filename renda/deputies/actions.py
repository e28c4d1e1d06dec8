"""People and their mandates. Each is an action with its event."""

from datetime import date
from typing import Any

from django.db import transaction

from renda.congress.models import Body, Term
from renda.deputies.models import Mandate, Person
from renda.kernel.permits.actor import Actor
from renda.kernel.trail.record import record


@transaction.atomic
def add_deputy(
    *,
    person: Person,
    term: Term,
    from_on: date,
    electoral_unit: str = "",
    delegation: Body | None = None,
    order: int = 0,
    by: Actor | None = None,
) -> Mandate:
    """A person holds a mandate in a congress for a term."""
    mandate = Mandate.objects.create(
        person=person,
        congress=term.congress,
        term=term,
        electoral_unit=electoral_unit,
        delegation=delegation,
        order=order,
        from_on=from_on,
        until_on=term.until_on,
    )
    record(
        mandate,
        "deputies.add_deputy",
        congress_id=term.congress_id,
        actor_id=by.user_id if by else None,
    )
    return mandate


def add_person(*, name: str, user: Any = None) -> Person:
    """A person of the deployment, with an account or without."""
    return Person.objects.create(name=name, user=user)
