"""Bodies and organs: what they are called, and who came after them."""

from collections.abc import Iterable
from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery

from renda.congress.models import (
    Body,
    BodyPast,
    Succession,
)
from renda.congress.models.body import BodyQuerySet
from renda.congress.roles import BodyKind
from renda.kernel.moment import today


def body_names(ids: Iterable[int]) -> dict[int, str]:
    """What bodies are called, for the timeline."""
    return dict(Body.objects.filter(pk__in=list(ids)).values_list("pk", "name"))


def committees(congress_id: int) -> QuerySet[Body]:
    """The bodies that can judge in a deputy's place today: special committees; the presidium of a
    township, which has none."""
    kinds = (BodyKind.COMMITTEE, BodyKind.PRESIDIUM)
    return Body.objects.there_on(today()).filter(congress_id=congress_id, kind__in=kinds)


def organs(congress_id: int, day: date) -> BodyQuerySet:
    """The organs that can be given something to handle on this day, in their official order."""
    here: BodyQuerySet = Body.objects.filter(congress_id=congress_id, kind=BodyKind.ORGAN)
    return here.there_on(day)


def body_name_on(body: Body, day: date) -> str:
    """What a body was called on a day: 更名 keeps the row, and the old name until its last day."""
    pasts = [past for past in body.pasts.all() if past.until_on >= day]
    return min(pasts, key=lambda past: past.until_on).name if pasts else body.name


def name_then(body: str, day: str) -> Subquery:
    """The same inside a query: the old name that a body had on a day, nothing if it has that name
    still; `body` and `day` are fields of the outer rows."""
    pasts = BodyPast.objects.filter(body=OuterRef(body), until_on__gte=OuterRef(day))
    return Subquery(pasts.order_by("until_on").values("name")[:1])


def successors_of(body: Body, day: date) -> list[Body]:
    """The bodies that do on this day what this one did: itself while it is there, else whoever
    took over, however often; the one that took over the open work first."""
    found: dict[int, Body] = {}
    waiting, seen = [body], {body.pk}
    while waiting:
        here = waiting.pop(0)
        rows = Succession.objects.filter(old=here, on__lte=day).select_related("new")
        heirs = [row.new for row in rows.order_by("pk") if row.new_id not in seen]
        seen |= {heir.pk for heir in heirs}
        waiting += heirs
        if here.until_on is None or here.until_on >= day:
            found.setdefault(here.pk, here)
    return list(found.values())


def successor_of(body: Body, day: date) -> Body | None:
    """The one of them under whose name figures are read; None for what ended without one."""
    return next(iter(successors_of(body, day)), None)
