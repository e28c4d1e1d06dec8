"""Deputies' groups: founding and changing one, and moving deputies between them (代表法27)."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from renda.congress.models import Body, Congress
from renda.congress.roles import BodyKind
from renda.deputies.actions.admitting import in_groups_of
from renda.deputies.actions.ending_group import follow_beginning_again
from renda.deputies.actions.locking import lock_body
from renda.deputies.actions.seating import Named, leave, seat_slate
from renda.deputies.models import Group, Membership
from renda.deputies.roles import ONE_OF, Office
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.history import said_in
from renda.kernel.registers.keeping import change, enter, locked, withdraw
from renda.kernel.registers.undoing import undo
from renda.kernel.trail.timeline import events_of

OF_BODY = ("name", "order", "region", "from_on", "until_on")  # what the group's body holds
OF_GROUP = ("kind", "field", "plan")


@transaction.atomic
def found_group(
    *, congress: Congress, kind: str, name: str, by: Actor | None = None, **more: Any
) -> Group:
    """A deputies' group is founded; `more` are further fields of the group and of its body."""
    of_body = {key: more.pop(key) for key in OF_BODY if key in more}
    body = Body(congress=congress, kind=BodyKind.GROUP, name=name, **of_body)
    enter(body, "congress.add_body", by=by)
    group = Group(body=body, kind=kind, **more)
    return enter(group, "deputies.add_group", by=by, congress_id=congress.pk)


@transaction.atomic
def change_group(
    group: Group,
    values: Mapping[str, Any],
    by: Actor | None = None,
    seen: int | None = None,
    reason: str = "",
) -> Group:
    """A group is called something else, gets another field, a plan. What its body holds is
    changed there; the group's version is the one that was seen, and so is its body's (`body_seen`
    among the values)."""
    fresh = locked(group, seen)
    body = locked(fresh.body, values.get("body_seen"))
    here = body.congress_id
    changed = {k: v for k, v in values.items() if k in OF_BODY or k in OF_GROUP}
    of_body = {k: v for k, v in changed.items() if k in OF_BODY and getattr(body, k) != v}
    own = {k: v for k, v in changed.items() if k in OF_GROUP and getattr(fresh, k) != v}
    if of_body:
        change(body, "congress.change_body", by=by, values=of_body, reason=reason)
    if own or not of_body:
        change(fresh, "deputies.change_group", by=by, values=own, reason=reason, congress_id=here)
    return fresh


@transaction.atomic
def follow_group(group: Group, by: Actor) -> None:
    """Its body is withdrawn with a group, and comes back with it. Raises Refused while deputies
    are or were in it, and who left with its end comes back when that is undone."""
    follow_beginning_again(group, by)
    body = Body.ever().get(pk=group.body_id)
    if group.is_void and not body.is_void:
        withdraw(body, "congress.withdraw_body", by=by)
    elif body.is_void and not group.is_void:
        events = events_of([(body._meta.label_lower, [body.pk])])
        last = [event for event in events if said_in(event).get("void")][-1]
        undo(body, last.seq, congress_id=body.congress_id, by=by)


@transaction.atomic
def move_to_group(
    *,
    group: Body,
    people: Sequence[Named],
    from_on: date,
    office: str = Office.MEMBER,
    reason: str = "",
    by: Actor | None = None,
) -> list[Membership]:
    """Deputies come into a group, and leave the group of the same kind in which they were, on the
    day before: one act. Raises Refused for one who joined the other only on that day or later."""
    body = lock_body(group)
    kind = body.group.kind
    if kind in ONE_OF and office != Office.LIAISON:  # a liaison only visits
        wanted = [person.pk for person, _mandate in people]
        rows = in_groups_of(body.congress_id, kind, (from_on, None)).exclude(body=body)
        for row in rows.filter(person__in=wanted).order_by("pk"):
            _leave_for(row, body, from_on, reason, by)
    return seat_slate(body=body, people=people, office=office, from_on=from_on, by=by)


def _leave_for(row: Membership, body: Body, from_on: date, reason: str, by: Actor | None) -> None:
    if row.from_on >= from_on:
        raise Refused(
            _("%(person)s joined %(group)s only on that day or later. Withdraw that entry instead.")
            % {"person": row.person.name, "group": row.body.name}
        )
    said = reason or _("moved to %(group)s") % {"group": body.name}
    leave(membership=row, until_on=from_on - timedelta(days=1), reason=said, by=by)
