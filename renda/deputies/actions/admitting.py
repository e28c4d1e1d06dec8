"""Whether somebody may take a seat: what the law and the body's own order ask."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from renda.congress.models import Body
from renda.congress.roles import BodyKind
from renda.deputies import offices
from renda.deputies.grouping import ONE_FIELD_GROUP
from renda.deputies.models import GroupException, Mandate, Membership, Person
from renda.deputies.roles import GroupKind, Office
from renda.kernel.options.declaring import options_of
from renda.kernel.permits.refusal import Refused

Span = tuple[date, date | None]


@dataclass
class Door:
    """An office of a body for a time, with everything that is asked before somebody is let in:
    loaded once for a whole slate. The body must be locked, or two could be let in at once.

    `there` are the members at that time, `mandates` those of the people of the slate, `committee`
    who of them sits in the standing committee, `grouped` in which other field group they are.
    """

    body: Body
    office: str
    span: Span
    there: list[Membership]
    mandates: dict[int, Mandate]
    committee: set[int] = field(default_factory=set)
    grouped: dict[int, str] = field(default_factory=dict)

    def admit(self, person: Person, given: Mandate | None = None) -> Mandate | None:
        """Let somebody in; returns the mandate on which the seat rests, or None where it needs
        none. `given` is one of another congress, which only a group of several levels takes.

        Raises Refused, saying why not.
        """
        self._check_free(person)
        if person.pk in self.grouped:
            raise Refused(
                _("%(person)s is in %(group)s already. Move the deputy instead.")
                % {"person": person.name, "group": self.grouped[person.pk]}
            )
        return self._basis(person, given)

    def _check_free(self, person: Person) -> None:
        mine = [row for row in self.there if row.person_id == person.pk]
        if any(row.office == self.office or not _are_both(row.office, self.office) for row in mine):
            raise Refused(
                _("%(person)s sits in %(body)s already, as %(office)s. Change the office instead.")
                % self._said(person, mine[0].office_name)
            )
        is_single = self.office in offices.SINGLE and self.body.kind != BodyKind.CONSULTATIVE
        taken = [row for row in self.there if row.office == self.office and is_single]
        if taken:
            raise Refused(
                _("%(person)s is %(office)s of %(body)s at that time. End that first.")
                % self._said(taken[0].person, taken[0].office_name)
            )

    def _basis(self, person: Person, given: Mandate | None) -> Mandate | None:
        wanted = offices.rests_on(self.body.kind, self.office, self.body.congress)
        mandate = self.mandates.get(person.pk)
        if wanted == offices.NOTHING or (given is not None and _is_of(self.body, GroupKind.MIXED)):
            return given or mandate
        if mandate is None:
            raise Refused(
                _("%(person)s is no deputy of this congress on that day, as %(body)s asks.")
                % self._said(person)
            )
        if wanted == offices.COMMITTEE and person.pk not in self.committee:
            raise Refused(
                _("%(person)s is no member of the standing committee, as %(body)s asks.")
                % self._said(person)
            )
        if self.body.kind == BodyKind.DELEGATION and mandate.delegation_id != self.body.pk:
            raise Refused(
                _("%(person)s belongs to another delegation than %(body)s.") % self._said(person)
            )
        return mandate

    def _said(self, person: Person, office: str = "") -> dict[str, Any]:
        return {"person": person.name, "body": self.body.name, "office": office}


def door(
    body: Body,
    office: str,
    span: Span,
    people: Sequence[Person],
    but: Membership | None = None,
) -> Door:
    """The door to an office for these people; `but` is a seat that is only being corrected.

    Raises Refused when there is no such office in that body at that time.
    """
    if body.kind not in offices.SEATS or office not in offices.offices_of(body.kind, body.congress):
        raise Refused(_("There is no such office in %(body)s.") % {"body": body.name})
    if span[1] is not None and span[1] < span[0]:
        raise Refused(_("A seat cannot end before it begins."))
    if (body.from_on and span[0] < body.from_on) or (body.until_on and span[0] > body.until_on):
        raise Refused(_("%(body)s does not exist on that day.") % {"body": body.name})
    there = within(Membership.objects.filter(body=body), span, but)
    mandates = Mandate.objects.deputies_on(span[0]).filter(
        congress_id=body.congress_id, person__in=people
    )
    return Door(
        body,
        office,
        span,
        list(there.select_related("person", "body")),
        {mandate.person_id: mandate for mandate in mandates},
        _in_committee(body, office, people, span[0]),
        _grouped(body, office, people, span, but),
    )


def in_groups_of(congress_id: int, kind: str, span: Span) -> QuerySet[Membership]:
    """Who belongs to a group of this kind at some time of the span; a liaison only visits."""
    rows = Membership.objects.filter(congress_id=congress_id, body__group__kind=kind)
    return within(rows.exclude(office=Office.LIAISON), span).select_related("person", "body")


def within(
    rows: QuerySet[Membership], span: Span, but: Membership | None = None
) -> QuerySet[Membership]:
    """Those that are in force at some time of the span."""
    rows = rows.filter(Q(until_on=None) | Q(until_on__gte=span[0]))
    if span[1] is not None:
        rows = rows.filter(from_on__lte=span[1])
    return rows.exclude(pk=but.pk) if but is not None else rows


def _in_committee(body: Body, office: str, people: Sequence[Person], day: date) -> set[int]:
    if offices.rests_on(body.kind, office, body.congress) != offices.COMMITTEE:
        return set()
    rows = Membership.objects.held_on(day).filter(
        person__in=people,
        body__congress_id=body.congress_id,
        body__kind=BodyKind.STANDING_COMMITTEE,
    )
    return set(rows.values_list("person", flat=True))


def _grouped(
    body: Body, office: str, people: Sequence[Person], span: Span, but: Membership | None
) -> dict[int, str]:
    """In which other field group they are, where the congress keeps to one each (the local rule)
    and they are no exceptions."""
    is_asked = _is_of(body, GroupKind.FIELD) and office != Office.LIAISON
    if not is_asked or not ONE_FIELD_GROUP.of(options_of(body.congress_id)):
        return {}
    free = GroupException.objects.held_on(span[0]).filter(congress_id=body.congress_id)
    rows = in_groups_of(body.congress_id, GroupKind.FIELD, span).exclude(body=body)
    rows = within(rows.filter(person__in=people), span, but)
    rows = rows.exclude(person__in=free.values("mandate__person"))
    return {row.person_id: row.body.name for row in rows}


def _are_both(one: str, other: str) -> bool:
    return one in offices.BESIDE or other in offices.BESIDE


def _is_of(body: Body, kind: str) -> bool:
    group = getattr(body, "group", None)
    return group is not None and group.kind == kind
