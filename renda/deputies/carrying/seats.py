"""Seats in bodies: those of groups and delegations go on with who is elected again; those that the
congress elects act until others are elected (组织法48), and end then. A post goes with its seat."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.congress.models import Body
from renda.congress.permits import changes_terms
from renda.congress.roles import KEPT_ON, TERM_BOUND, BodyKind, Role
from renda.deputies.actions.following import post_for
from renda.deputies.actions.seating import leave
from renda.deputies.carrying import keepers
from renda.deputies.models import GroupException, Mandate, Membership, TermChange
from renda.deputies.roles import Office
from renda.deputies.turnover.parts import Answers, Group, Item, Part
from renda.deputies.turnover.roster import again_by_person
from renda.kernel.registers import keeping

ON, END = "on", "end"
GOES_ON = (ON, gettext_lazy("goes on"))
ENDS = (END, gettext_lazy("ends"))
_STANDS = (Office.MEMBER, Office.LIAISON)


def last_elected_on(change: TermChange) -> date:
    """The last day of whom the old congress elected: until others are elected, and never before the
    new congress has met."""
    assert change.elected_on is not None
    return max(change.elected_on, change.on) - timedelta(days=1)


def running(change: TermChange) -> QuerySet[Membership]:
    """Seats that would run on into the new term: of this congress's bodies, and those of other
    congresses that rest on a mandate of the old term."""
    rows = Membership.objects.filter(
        Q(congress=change.congress_id) | Q(mandate__term=change.old_id), from_on__lt=change.on
    )
    return rows.filter(
        Q(until_on=None) | Q(until_on__gte=change.on),
        body__kind__in=[*TERM_BOUND, *KEPT_ON],
    )


def groups(change: TermChange) -> list[Group]:
    """The seats, body by body."""
    again = again_by_person(change)
    olds = _old_people(change)
    rows = running(change).select_related("person", "body__congress", "mandate", "post")
    found: dict[str, list[Item]] = {}
    for row in rows.order_by("body__order", "body_id", "order", "id"):
        if (item := _item(row, again, olds, change)) is not None:
            found.setdefault(_heading(row, change), []).append(item)
    return [Group(heading, items) for heading, items in found.items()]


def carry(change: TermChange, answers: Answers) -> None:
    """End them all first, then enter anew those that go on with the new mandate: nobody is asked
    again whether they may sit where they sat."""
    again = again_by_person(change)
    going_on = []
    for row in running(change).select_related("body").order_by("body_id", "pk"):
        answer, is_elected = answers.get(str(row.pk)), row.body.kind in TERM_BOUND
        if answer is None or (is_elected and answer == ON):
            continue
        last = max(last_elected_on(change) if is_elected else change.last_on, row.from_on)
        if row.until_on is None or row.until_on > last:
            leave(membership=row, until_on=last, reason=_("change of term"))
        if answer == ON:
            going_on.append(row)
    for row in going_on:
        _sit_again(row, again[row.person_id], change)
    _carry_exceptions(change, again)


def _carry_exceptions(change: TermChange, again: dict[int, Mandate]) -> None:
    """Who was in no field group by exception is in none after being re-elected."""
    rows = GroupException.objects.filter(
        Q(until_on=None) | Q(until_on__gte=change.on), mandate__term=change.old_id
    ).exclude(until_on=F("from_on"))
    for row in rows.select_related("mandate").order_by("pk"):
        planned, values = row.until_on, {"until_on": max(change.last_on, row.from_on)}
        why = _("change of term")
        keeping.change(row, "deputies.end_exception", by=None, values=values, reason=why)
        new = again.get(row.mandate.person_id)
        if new is not None:
            same = {"congress_id": row.congress_id, "mandate": new, "reason": row.reason}
            anew = GroupException(**same, from_on=change.on, until_on=planned)
            keeping.enter(anew, "deputies.except_again", by=None)


def _sit_again(old: Membership, mandate: Mandate, change: TermChange) -> None:
    row = Membership(
        congress_id=old.congress_id,
        body_id=old.body_id,
        person_id=old.person_id,
        mandate=mandate,
        office=old.office,
        order=old.order,
        from_on=change.on,
        until_on=old.until_on,  # an end that was planned already
    )
    row.post = post_for(row, None)
    keeping.enter(row, "deputies.take_seat_again", by=None)


def _old_people(change: TermChange) -> set[int]:
    """Whose seat here is of the old term."""
    rows = Mandate.objects.filter(term=change.old_id)
    return set(rows.values_list("person_id", flat=True))


def _item(
    row: Membership, again: dict[int, Mandate], olds: set[int], change: TermChange
) -> Item | None:
    """None for a seat that does not rest on the old term: it simply goes on."""
    if row.body.kind in TERM_BOUND:
        return _elected(row)
    is_of_old = row.mandate.term_id == change.old_id if row.mandate else row.person_id in olds
    if not is_of_old:
        return None
    new = again.get(row.person_id)
    if new is None:
        return _said(row, (ENDS,), END, _("Not on the new roster."))
    if row.body.kind == BodyKind.DELEGATION:
        if new.delegation_id not in (None, row.body_id):
            return _said(row, (GOES_ON, ENDS), END, _("Now in another delegation."))
        if row.office not in _STANDS:
            return _said(row, (GOES_ON, ENDS), END, _("The delegation chooses its head anew."))
    return _said(row, (GOES_ON, ENDS), ON, "")


def _elected(row: Membership) -> Item:
    """Whoever is elected acts until the elections; who keeps a town's registers alone goes on
    until the successor is entered."""
    if row.post is not None and row.post.role == Role.PRESIDIUM_CHAIR:
        return _said(row, (GOES_ON, ENDS), ON, keepers.why_on())
    return _said(row, (ENDS,), END, _("Elected anew; acts until the elections."))


def _said(row: Membership, answers: tuple[tuple[str, Any], ...], usual: str, why: str) -> Item:
    office = "" if row.office == Office.MEMBER else row.office_name
    return Item(str(row.pk), row.person.name, answers, usual, note=office, why=why)


def _heading(row: Membership, change: TermChange) -> str:
    if row.congress_id == change.congress_id:
        return str(row.body.name)
    return f"{row.body.congress.short_name} {row.body.name}"


def _locks(change: TermChange) -> Iterable[QuerySet[Any]]:
    """Bodies before the seats in them, as whoever seats people locks them."""
    rows = running(change)
    return [
        Body.objects.filter(pk__in=rows.values("body_id")),
        Membership.objects.filter(pk__in=rows.values("pk")),
    ]


SEATS = Part(
    key="seats",
    name=gettext_lazy("Seats in bodies"),
    about=gettext_lazy(
        "Groups and delegations go on with those who were re-elected. Whom the congress elects is"
        " elected anew and acts until then."
    ),
    place=10,
    to=changes_terms,
    groups=groups,
    carry=carry,
    locks=_locks,
    fault=keepers.fault_of("seats"),
)
