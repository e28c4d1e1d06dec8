"""What an administrator may read of the security log (网络安全法23), and no more.

Whatever happened on this congress's own pages, whoever it was; and at the door, what concerns the
people who hold something here today. Tries with names that nobody has are the deployment's: the
highest congress reads them.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from renda.accounts.devices import Device, device_of
from renda.accounts.models import SecurityEntry
from renda.congress.belonging import people_of
from renda.congress.models import Congress
from renda.kernel.moment import BEIJING, today

DOOR = "/accounts/"


@dataclass(frozen=True)
class Line:
    """An entry as the page shows it. `who` is "" for nobody known, None for somebody elsewhere."""

    entry: SecurityEntry
    who: str | None
    device: Device


def readable(congress: Congress) -> QuerySet[SecurityEntry]:
    """The entries that this congress's administrator may read."""
    mine = people_of(congress.pk, today()).order_by().values("pk")
    at_the_door = Q(path__startswith=DOOR) | Q(path="")
    asked = Q(path__startswith=f"/{congress.slug}/") | Q(user_id__in=mine) & at_the_door
    if congress.parent_id is None:
        asked |= Q(user_id=None) & at_the_door
    return SecurityEntry.objects.filter(asked)


def found(
    congress: Congress,
    *,
    person: Any = None,
    kind: str = "",
    from_on: date | None = None,
    until_on: date | None = None,
) -> QuerySet[SecurityEntry]:
    """Those of one person, of one kind, on some days; the newest first."""
    rows = readable(congress)
    if person is not None:
        rows = rows.filter(user_id=person.pk)
    if kind:
        rows = rows.filter(kind=kind)
    if from_on:
        rows = rows.filter(at__gte=_begins(from_on))
    if until_on:
        rows = rows.filter(at__lt=_begins(until_on + timedelta(days=1)))
    return rows.order_by("-at", "-pk")


def lines(congress: Congress, entries: list[SecurityEntry]) -> list[Line]:
    """With the names of the people here: one query."""
    ids = {entry.user_id for entry in entries if entry.user_id}
    names = dict(people_of(congress.pk).filter(pk__in=ids).values_list("pk", "name"))
    return [
        Line(
            entry=entry,
            who=names.get(entry.user_id) if entry.user_id else "",
            device=device_of(entry.agent),
        )
        for entry in entries
    ]


def _begins(day: date) -> datetime:
    return datetime.combine(day, time.min, BEIJING)
