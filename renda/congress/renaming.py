"""A body is renamed, ends, or takes another place among its neighbours."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from renda.congress import inheriting
from renda.congress.models import Body, BodyPast, Contact, Counterpart, Post
from renda.congress.models.body import BodyQuerySet
from renda.congress.roles import BodyKind, Role
from renda.congress.staffing import administrators
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.history import place_of
from renda.kernel.registers.keeping import change, enter, locked
from renda.kernel.registers.models import Kept

DAY = timedelta(days=1)
STEP = 10  # between two places, so that one can be put between


@transaction.atomic
def rename_body(
    *,
    body: Body,
    name: str,
    on: date,
    short_name: str = "",
    reason: str = "",
    seen: int | None = None,
    by: Actor | None = None,
) -> Body:
    """更名 from a day: the row stays, and so does the old name, until the day before.

    Raises Refused for a day to come, for one before an earlier renaming, and for the same name.
    """
    row, name = locked(body, seen), name.strip()
    not_to_come(on)
    if name == row.name:
        raise Refused(_("This is the name that it has."))
    if row.pasts.filter(until_on__gte=on - DAY).exists():
        raise Refused(_("It was renamed later than that already."))
    past = BodyPast(body=row, name=row.name, until_on=on - DAY, reason=reason)
    enter(past, "congress.keep_old_name", by=by, congress_id=row.congress_id)
    values = {"name": name, "short_name": short_name}
    told = {"with": [place_of(past, row.congress_id)]}
    change(row, "congress.rename_body", by=by, values=values, reason=reason, said=told)
    body.__dict__.update(row.__dict__)
    return body


@transaction.atomic
def end_body(
    *,
    body: Body,
    until_on: date,
    reason: str = "",
    seen: int | None = None,
    by: Actor | None = None,
) -> Body:
    """It is there for the last time on a day; posts, contacts and counterparts end with it, and so
    do its sections. Raises Refused for a day to come (what was given to it until then would have no
    successor) or before it began, while it has open work or other bodies below it, and when nobody
    would be left as administrator."""
    row = locked(body, seen)
    if row.until_on is not None:
        raise Refused(_("It has ended already."))
    not_to_come(until_on)
    if row.from_on is not None and until_on < row.from_on:
        raise Refused(_("It cannot end before it begins."))
    _refuse_open(row)
    sections = list(row.parts.filter(until_on=None).select_for_update().order_by("pk"))
    if any(part.kind != BodyKind.SECTION for part in sections):
        raise Refused(_("Other bodies stand below this one. Move or end them first."))
    along = [*sections, *rows_at([row, *sections], until_on)]
    for other in along:
        end_along(other, until_on, reason=reason, by=by)
    told = {"with": [place_of(other, row.congress_id) for other in along]}
    values = {"until_on": until_on}
    change(row, "congress.end_body", by=by, values=values, reason=reason, said=told)
    if any(isinstance(one, Post) and one.role == Role.ADMINISTRATOR for one in along):
        administrators.refuse_without(row.congress_id)
    body.__dict__.update(row.__dict__)
    return body


def _refuse_open(body: Body) -> None:
    many = sum(len(items) for _work, items in inheriting.open_at([body.pk]))
    if not many:
        return
    if body.kind == BodyKind.ORGAN:
        why = _(
            "%(many)d matters are still open here. Enter a reform, so that somebody takes over."
        )
    else:
        why = _("%(many)d matters are still open here. Give them to somebody else first.")
    raise Refused(why % {"many": many})


def rows_at(bodies: Iterable[Body], until_on: date) -> list[Kept]:
    """Posts, contacts and counterparts at these bodies that would outlast a day, locked."""
    ids = [body.pk for body in bodies]
    lasts = Q(until_on=None) | Q(until_on__gt=until_on)
    lasts &= ~Q(from_on__gt=until_on, until_on=F("from_on"))  # its one day is its last already
    posts = Post.objects.filter(lasts, body__in=ids)
    contacts = Contact.objects.filter(lasts, body__in=ids)
    fields = Counterpart.objects.filter(Q(organ__in=ids) | Q(committee__in=ids)).filter(lasts)
    kinds = (posts, contacts, fields)
    return [row for rows in kinds for row in rows.select_for_update().order_by("pk")]


def end_along(row: Any, until_on: date, *, reason: str = "", by: Actor | None = None) -> None:
    """End what stood at a body that ends; a post that began later ends on its first day."""
    first = row.from_on or until_on
    change(
        row,
        "congress.end_with_body",
        by=by,
        values={"until_on": max(until_on, first)},
        reason=reason,
        congress_id=_congress_of(row),
    )


@transaction.atomic
def move_body(*, body: Body, is_up: bool, by: Actor | None = None) -> Body:
    """Up or down by one among its neighbours. Raises Refused at the end of the row."""
    rows = list(neighbours(body).select_for_update())
    here = next((n for n, row in enumerate(rows) if row.pk == body.pk), -1)
    there = here - 1 if is_up else here + 1
    if here < 0 or not 0 <= there < len(rows):
        raise Refused(_("It stands at the end already."))
    rows[here], rows[there] = rows[there], rows[here]
    places = sorted(row.order for row in rows)
    if len(set(places)) < len(places):
        places = [STEP * n for n in range(1, len(rows) + 1)]
    for row, place in zip(rows, places, strict=True):
        if row.order != place:
            change(row, "congress.move_body", by=by, values={"order": place})
    return Body.objects.get(pk=body.pk)


def neighbours(body: Body) -> BodyQuerySet:
    """The bodies beside this one, itself among them, in their order: organs among organs."""
    rows: BodyQuerySet = Body.objects.filter(congress_id=body.congress_id, until_on=None)
    rows = rows.exclude(kind=BodyKind.GROUP)  # deputies' groups have a register of their own
    is_organ = Q(kind=BodyKind.ORGAN)
    rows = rows.filter(is_organ if body.kind == BodyKind.ORGAN else ~is_organ)
    return rows.filter(parent_id=body.parent_id).order_by("order", "pk")


def not_to_come(day: date) -> None:
    """Refuse a day to come: what is open passes, and what a body is called changes, at once."""
    if day > today():
        raise Refused(_("Enter it on its day or after: what is open passes at once."))


def _congress_of(row: Any) -> int:
    here = row if hasattr(row, "congress_id") else row.body
    return int(here.congress_id)
