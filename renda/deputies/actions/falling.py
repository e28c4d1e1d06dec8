"""What ends with a mandate: the seats that rest on it and the posts they give, its suspension, its
assistant, its exception from the field groups."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from renda.deputies.actions.following import keep_post
from renda.deputies.actions.locking import lock_bodies
from renda.deputies.actions.seating import leave
from renda.deputies.lifecycle import last_day
from renda.deputies.models import (
    Assistant,
    GroupException,
    Mandate,
    Membership,
    QualificationCase,
    Suspension,
)
from renda.deputies.offices import NOTHING, rests_on
from renda.kernel.lifecycle.occasion import Occasion
from renda.kernel.lifecycle.registering import along
from renda.kernel.permits.actor import Actor
from renda.kernel.registers.keeping import change, withdraw

HANGING = (
    (Suspension, "deputies.end_suspension"),
    (Assistant, "deputies.end_assistant"),
    (GroupException, "deputies.end_exception"),
)


def fall_with_announcement(case: QualificationCase, occasion: Occasion) -> None:
    """With the announcement of the end, and taken back with it (选举法54、56、代表法62)."""
    with along(occasion):
        until_on, why = last_day(case, occasion), _("mandate ended")
        fall_with_mandate(mandate=case.mandate, until_on=until_on, reason=why, by=occasion.by)


@transaction.atomic
def fall_with_mandate(
    *, mandate: Mandate, until_on: date, reason: str, by: Actor | None = None
) -> None:
    """The seats that rest on a mandate end with it (选举法54、56); one that asks for none stays.
    Every row is locked before the first event."""
    lock_bodies(list(_seats(mandate, until_on).values_list("body_id", flat=True)))
    seats = _seats(mandate, until_on).select_for_update(of=("self",))
    rows = [row for row in seats if _rests(row)]  # as they are behind the lock
    list(Mandate.objects.select_for_update().filter(pk=mandate.pk))
    hanging = [(row, action) for model, action in HANGING for row in _locked(model, mandate)]
    for row in rows:
        if row.from_on > until_on:  # it was still to come, and never will
            withdraw(row, "deputies.withdraw_membership", by=by, reason=reason)
            keep_post(row, by)
        else:
            leave(membership=row, until_on=until_on, reason=reason, by=by)
    for row, action in hanging:
        last = max(until_on, row.from_on)
        if row.until_on is None or row.until_on > last:
            values, here = {"until_on": last}, mandate.congress_id
            change(row, action, by=by, values=values, reason=reason, congress_id=here)


def _seats(mandate: Mandate, until_on: date) -> Any:
    rows = Membership.objects.filter(mandate=mandate).exclude(until_on__lte=until_on)
    return rows.select_related("body__group", "body__congress", "person__user").order_by("pk")


def _rests(row: Membership) -> bool:
    return rests_on(row.body.kind, row.office, row.body.congress) != NOTHING


def _locked(model: Any, mandate: Mandate) -> list[Any]:
    rows = model.objects.select_for_update().filter(mandate=mandate)
    return list(rows.order_by("pk"))
