"""People and their mandates. Each is an action with its event."""

from datetime import date
from typing import Any

from renda.congress.models import Body, Term
from renda.deputies.models import Mandate, Person
from renda.kernel.permits.actor import Actor
from renda.kernel.registers.keeping import enter


def add_deputy(
    *,
    person: Person,
    term: Term,
    from_on: date,
    electoral_unit: str = "",
    delegation: Body | None = None,
    order: int = 0,
    by: Actor | None = None,
    **more: Any,
) -> Mandate:
    """A person holds a mandate in a congress for a term; `more` are further fields of a mandate."""
    mandate = Mandate(
        person=person,
        congress=term.congress,
        term=term,
        electoral_unit=electoral_unit,
        delegation=delegation,
        order=order,
        from_on=from_on,
        until_on=term.until_on,
        **more,
    )
    return enter(mandate, "deputies.add_mandate", by=by)


def add_person(
    *, name: str, congress_id: int, user: Any = None, by: Actor | None = None, **more: Any
) -> Person:
    """A person of the deployment, with an account or without; entered in a congress's trail."""
    person = Person(name=name, user=user, **more)
    return enter(person, "deputies.add_person", by=by, congress_id=congress_id)
