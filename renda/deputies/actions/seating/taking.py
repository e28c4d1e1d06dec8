"""Somebody takes a seat, or a whole slate does."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from renda.congress.models import Body
from renda.deputies.actions.admitting import door
from renda.deputies.actions.following import post_for
from renda.deputies.actions.locking import lock_body
from renda.deputies.models import Mandate, Membership, Person
from renda.deputies.roles import Office
from renda.kernel.permits.actor import Actor
from renda.kernel.registers.keeping import enter

Named = tuple[Person, Mandate | None]  # a person, and the mandate of another congress if any


def seat(
    *,
    body: Body,
    person: Person,
    from_on: date,
    office: str = Office.MEMBER,
    until_on: date | None = None,
    order: int | None = None,
    mandate: Mandate | None = None,
    by: Actor | None = None,
) -> Membership:
    """A person takes a seat in a body; without `order`, behind those who have the same office."""
    (made,) = seat_slate(
        body=body,
        people=[(person, mandate)],
        office=office,
        from_on=from_on,
        until_on=until_on,
        order=order,
        by=by,
    )
    return made


@transaction.atomic
def seat_slate(
    *,
    body: Body,
    people: Sequence[Named],
    from_on: date,
    office: str = Office.MEMBER,
    until_on: date | None = None,
    order: int | None = None,
    by: Actor | None = None,
) -> list[Membership]:
    """Several people take seats at once, in the order given; all or none.

    Raises Refused when one of them cannot sit there, or the office is taken.
    """
    if not people:
        return []
    locked = lock_body(body)
    opened = door(locked, office, (from_on, until_on), [person for person, _given in people])
    if order is None:
        order = max((row.order for row in opened.there if row.office == office), default=0) + 1
    made = []
    for place, (person, given) in enumerate(people, order):
        row = Membership(
            congress=locked.congress,
            body=locked,
            person=person,
            mandate=opened.admit(person, given),
            office=office,
            order=place,
            from_on=from_on,
            until_on=until_on,
        )
        row.post = post_for(row, by)
        made.append(enter(row, "deputies.seat", by=by))
        opened.there.append(row)
    return made
