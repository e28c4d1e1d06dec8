"""Who stands beside an organ: 通讯录 that fills itself from use, contact persons, counterparts."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from renda.congress.models import AddressEntry, Body, Contact, Counterpart
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused, Stale
from renda.kernel.registers.keeping import change, enter, locked

DAY = timedelta(days=1)


def note_contact(
    *, body: Body, name: str, used_for: str, on: date, by: Actor | None = None
) -> AddressEntry | None:
    """Note that this person signed or answered for a body on a day, in the caller's transaction.

    Only somebody new is an event: the day of the last contact moves on by itself, or the history
    of an entry would be nothing but days. An organ that is called otherwise now keeps its entries.
    """
    name = name.strip()[:60]
    if not name:
        return None
    known = AddressEntry.objects.filter(congress_id=body.congress_id, name=name)
    found = known.filter(Q(body=body) | Q(unit=body.name)).order_by("pk").first()
    if found is None:
        found = _new(body, name, used_for, on, by)
    if found.used_on is None or found.used_on <= on:
        AddressEntry.objects.filter(pk=found.pk).update(used_on=on, used_for=used_for[:80])
    return found


def _new(body: Body, name: str, used_for: str, on: date, by: Actor | None) -> AddressEntry:
    entry = AddressEntry(
        congress_id=body.congress_id,
        body=body,
        unit=body.name,
        name=name,
        used_on=on,
        used_for=used_for[:80],
    )
    try:
        return enter(entry, "congress.note_contact", by=by)
    except Refused:  # a twin entered the same name at the same moment
        twin: AddressEntry = AddressEntry.objects.get(
            congress_id=body.congress_id, unit=body.name, name=name
        )
        return twin


@transaction.atomic
def keep_field_of(
    *, committee: Body, organs: Iterable[Body], seen: str | None = None, by: Actor | None = None
) -> int:
    """对口: these organs and no others are a committee's from today on; returns how many changed.

    Whoever leaves ends today, or on the day it began; the other organs are left as they are.
    Raises Stale when the field is not what was `seen`.
    """
    locked(committee)
    wanted = {organ.pk: organ for organ in organs}
    rows = Counterpart.objects.select_for_update().filter(committee=committee, until_on=None)
    there = {row.organ_id: row for row in rows.order_by("pk")}
    if seen is not None and seen != _said(there):
        raise Stale(_("Somebody else changed this entry meanwhile. Look at it again."))
    day, here = today(), committee.congress_id
    for pk in sorted(there.keys() - wanted.keys()):
        ends = {"until_on": max(day, there[pk].from_on or day)}
        change(there[pk], "congress.end_counterpart", by=by, values=ends)
    for pk in sorted(wanted.keys() - there.keys()):
        row = Counterpart(congress_id=here, committee=committee, organ=wanted[pk], from_on=day)
        enter(row, "congress.add_counterpart", by=by)
    return len(there.keys() ^ wanted.keys())


def field_seen(committee: Body) -> str:
    """The organs that a committee looks after, as a form carries them."""
    rows = Counterpart.objects.filter(committee=committee, until_on=None)
    return _said(rows.values_list("organ_id", flat=True))


def _said(organ_ids: Iterable[int]) -> str:
    return " ".join(str(pk) for pk in sorted(organ_ids))


@transaction.atomic
def enter_contact(values: Mapping[str, Any], by: Actor) -> Contact:
    """A head, leader or contact person begins; whoever was it until now ends the day before. Who
    is over already (a former head, entered for the record) ends nobody."""
    said = dict(values)
    is_replacing, body = said.pop("is_replacing", False), said["body"]
    first, last = said.get("from_on") or today(), said.get("until_on")
    if is_replacing and (last is None or last >= today()):
        rows = Contact.objects.select_for_update().filter(
            body=body, duty=said["duty"], until_on=None
        )
        for row in rows.order_by("pk"):
            ends = {"until_on": max(first - DAY, row.from_on or first - DAY)}
            change(row, "congress.end_contact", by=by, values=ends, congress_id=body.congress_id)
    return enter(Contact(**said), "congress.add_contact", by=by, congress_id=body.congress_id)
