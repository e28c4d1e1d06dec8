"""A deputies' group ends; who is in it leaves with it, and all of it is undone together."""

from datetime import date

from django.db import transaction
from django.db.models import Q

from renda.congress.renaming import end_body
from renda.deputies.actions.following import follow
from renda.deputies.actions.locking import lock_body
from renda.deputies.actions.seating import leave
from renda.deputies.models import Group, Membership
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.registers.history import UNDO, place_of, said_in
from renda.kernel.registers.keeping import change, locked, withdraw
from renda.kernel.trail.timeline import events_of

END = "deputies.end_group"


@transaction.atomic
def end_group(
    *,
    group: Group,
    until_on: date,
    reason: str,
    seen: int | None = None,
    by: Actor | None = None,
) -> Group:
    """It is there for the last time on a day; who would only have joined later never does. Raises
    Refused for a day to come or before it began, and when it has ended already."""
    fresh = locked(group, seen)  # the group before its body, as whoever changes it
    body = lock_body(group.body)
    seats = Membership.objects.select_for_update().filter(body=body)
    rows = list(seats.exclude(until_on__lte=until_on).order_by("pk"))
    along: list[Membership] = []
    for row in rows:
        if row.from_on > until_on:
            along.append(withdraw(row, "deputies.withdraw_membership", by=by, reason=reason))
        else:
            along.append(leave(membership=row, until_on=until_on, reason=reason, by=by))
    ended = end_body(body=body, until_on=until_on, reason=reason, by=by)
    change(
        fresh,
        END,
        by=by,
        values={"end_reason": reason},
        congress_id=body.congress_id,
        said={"with": [place_of(row, body.congress_id) for row in (*along, ended)]},
    )
    return fresh


def follow_beginning_again(group: Group, by: Actor) -> None:
    """When the end was undone, everybody is in it again who can be. Raises Refused for one who
    joined another group meanwhile."""
    events = events_of([(group._meta.label_lower, [group.pk])])
    if not events or events[-1].action != UNDO:
        return
    undone = said_in(events[-1]).get("undoes")
    if any(event.seq == undone and event.action == END for event in events):
        there = Membership.objects.filter(Q(until_on=None) | Q(until_on__gte=today()))
        for row in there.filter(body=group.body_id).order_by("pk"):
            follow(row, by)
