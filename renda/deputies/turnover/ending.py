"""What the day of the first session ends by itself: the term, its mandates and what hangs on them
(代表法2.3、组织法38)."""

from collections.abc import Iterable
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from renda.congress.models import Term
from renda.deputies.models import Assistant, Mandate, Suspension, TermChange
from renda.deputies.roles import Ground
from renda.deputies.turnover import parts
from renda.kernel.registers import keeping


def ending(change: TermChange) -> QuerySet[Mandate]:
    """The mandates of the old term that would run on."""
    return Mandate.objects.filter(
        Q(until_on=None) | Q(until_on__gte=change.on), term=change.old_id
    ).order_by("order", "id")


def carry_out(change: TermChange) -> None:
    """Everything, in one transaction: the caller's. Every row is locked before the first event."""
    _lock(change)
    everything = [
        (part, parts.answers_to(part, change, parts.items_of(part, change)))
        for part in parts.in_order()
    ]
    _close_term(change)
    _begin_on_the_day(change)
    for part, answers in everything:
        part.carry(change, answers)
    _end_what_hangs_on_them(change)
    for mandate in ending(change):
        values = {"until_on": change.last_on, "end_ground": Ground.TERM_OVER}
        keeping.change(mandate, "deputies.end_with_term", by=None, values=values, reason=_reason())


def _close_term(change: TermChange) -> None:
    old = change.old
    if old.until_on != change.last_on:
        values = {"until_on": change.last_on}
        keeping.change(old, "congress.end_term", by=None, values=values, reason=_reason())


def _begin_on_the_day(change: TermChange) -> None:
    """The session may have been put off since the roster was entered: nobody begins before it."""
    values = {"from_on": change.on}
    for row in Mandate.objects.filter(term=change.new_id, from_on__lt=change.on).order_by("pk"):
        keeping.change(row, "deputies.begin_with_term", by=None, values=values, reason=_reason())
    if change.new.from_on != change.on:
        keeping.change(change.new, "congress.change_term", by=None, values=values, reason=_reason())


def _end_what_hangs_on_them(change: TermChange) -> None:
    for row in _running(Suspension, change):
        keeping.change(row, "deputies.end_suspension", **_ended(row, change))
    for row in _running(Assistant, change):
        keeping.change(row, "deputies.end_assistance", **_ended(row, change))


def _running(model: Any, change: TermChange) -> QuerySet[Any]:
    rows: QuerySet[Any] = model.objects.filter(mandate__term=change.old_id)
    rows = rows.exclude(until_on=F("from_on"))  # of one day: it cannot end earlier
    return rows.filter(Q(until_on=None) | Q(until_on__gte=change.on)).order_by("pk")


def _ended(row: Any, change: TermChange) -> dict[str, Any]:
    last = max(change.last_on, row.from_on)
    told = {"by": None, "reason": _reason(), "congress_id": change.congress_id}
    return {**told, "values": {"until_on": last}}


def _lock(change: TermChange) -> None:
    rows: list[Iterable[Any]] = [
        Term.objects.filter(pk__in=[change.old_id, change.new_id]).select_for_update(),
        ending(change).select_for_update(),
    ]
    for part in parts.in_order():
        rows += [found.order_by("pk").select_for_update() for found in part.locks(change)]
    for found in rows:
        list(found)


def _reason() -> str:
    return _("change of term")
