"""Somebody leaves a seat."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from renda.deputies.actions.following import keep_post
from renda.deputies.actions.locking import lock_seat
from renda.deputies.models import Membership
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.keeping import change


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
