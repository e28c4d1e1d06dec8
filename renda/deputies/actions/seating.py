"""Taking a seat in a body and leaving it. Each is an action with its event, and the post that the
office gives goes with it in the same transaction."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from renda.congress.models import Body
from renda.deputies.actions.admitting import door
from renda.deputies.actions.following import keep_post, post_for
from renda.deputies.actions.locking import lock_body, lock_seat
from renda.deputies.models import Mandate, Membership, Person
from renda.deputies.offices import office_name
from renda.deputies.roles import Office
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.keeping import change, enter

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


@transaction.atomic
def leave(
    *,
    membership: Membership,
    until_on: date,
    reason: str,
    seen: int | None = None,
    by: Actor | None = None,
) -> Membership:
    """Somebody leaves a seat; `until_on` is the last day. The post ends with it."""
    row = lock_seat(membership, seen)
    if row.until_on is not None and row.until_on <= until_on:
        raise Refused(_("%(person)s has left already.") % {"person": row.person.name})
    if until_on < row.from_on:
        raise Refused(_("A seat cannot end before it begins."))
    values = {"until_on": until_on, "reason": reason}
    change(row, "deputies.leave_seat", by=by, values=values)
    keep_post(row, by)
    return row


@transaction.atomic
def change_office(
    *,
    membership: Membership,
    office: str,
    from_on: date,
    seen: int | None = None,
    by: Actor | None = None,
) -> Membership:
    """From a day on somebody is something else in the same body: one seat ends on the day before,
    another begins. Returns the new one."""
    row = lock_seat(membership, seen)
    if row.until_on is not None and row.until_on < from_on:
        raise Refused(_("%(person)s has left already.") % {"person": row.person.name})
    if from_on <= row.from_on:
        raise Refused(
            _("The seat began on that day or later. Correct the entry instead of changing it.")
        )
    until_on = row.until_on
    values = {
        "until_on": from_on - timedelta(days=1),
        "reason": _("became %(office)s") % {"office": office_name(row.body.kind, office)},
    }
    change(row, "deputies.change_office", by=by, values=values)
    keep_post(row, by)
    return seat(
        body=row.body,
        person=row.person,
        mandate=row.mandate,
        office=office,
        from_on=from_on,
        until_on=until_on,
        by=by,
    )


@transaction.atomic
def correct_seat(
    membership: Membership,
    values: Mapping[str, Any],
    by: Actor | None = None,
    seen: int | None = None,
    reason: str = "",
) -> Membership:
    """An entry was wrong: another office, place in the order, or day; checked as when seating."""
    row = lock_seat(membership, seen)
    said = {"office": row.office, "from_on": row.from_on, "until_on": row.until_on, **values}
    span = (said["from_on"], said["until_on"])
    opened = door(row.body, said["office"], span, [row.person], but=row)
    mandate = opened.admit(row.person, row.mandate)
    change(
        row,
        "deputies.change_membership",
        by=by,
        values={**values, "mandate": mandate},
        said={"reason": reason},
    )
    keep_post(row, by)
    return row


@transaction.atomic
def reorder(*, body: Body, places: Mapping[int, int], by: Actor | None = None) -> int:
    """Set the order of precedence of a body's members: `places` by membership. Returns how many
    changed."""
    lock_body(body)
    changed = 0
    for row in Membership.objects.filter(body=body, pk__in=places).order_by("pk"):
        if row.order != places[row.pk]:
            change(row, "deputies.reorder_seats", by=by, values={"order": places[row.pk]})
            changed += 1
    return changed
