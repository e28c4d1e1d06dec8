"""Another office, a corrected seat, another order."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from renda.congress.models import Body
from renda.deputies.actions.admitting import door
from renda.deputies.actions.following import keep_post
from renda.deputies.actions.locking import lock_body, lock_seat
from renda.deputies.actions.seating.taking import seat
from renda.deputies.models import Membership
from renda.deputies.offices import office_name
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.keeping import change


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
