"""The deputies of a delegation, split as an office reports them: sex, ethnic group, how elected."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from renda.congress.models import Body, Congress
from renda.deputies.models import Mandate
from renda.deputies.naming import HAN, marks_of
from renda.deputies.roles import Beginning, Office, Sex
from renda.deputies.seats import Seat, members_of


@dataclass
class Split:
    """Deputies counted; `body` is their delegation, or None for all together."""

    body: Body | None
    mandates: list[Mandate] = field(default_factory=list)
    seats: Sequence[Seat] = ()

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.mandates)

    @property
    def women(self) -> int:
        """How many of them are women."""
        return sum(m.person.sex == Sex.FEMALE for m in self.mandates)

    @property
    def men(self) -> int:
        """How many of them are men."""
        return sum(m.person.sex == Sex.MALE for m in self.mandates)

    @property
    def minority(self) -> int:
        """How many are of another ethnic group than the Han."""
        return sum(m.person.nationality not in HAN for m in self.mandates)

    @property
    def by_election(self) -> int:
        """How many came in by a by-election."""
        return sum(m.beginning == Beginning.BY_ELECTION for m in self.mandates)

    @property
    def new(self) -> int:
        """How many were elected for the first time."""
        return sum(m.beginning == Beginning.NEW for m in self.mandates)

    @property
    def ethnic_groups(self) -> list[tuple[str, int]]:
        """How many of each ethnic group, the largest first; "" where nobody has entered one."""
        return Counter(m.person.nationality for m in self.mandates).most_common()

    @property
    def people(self) -> list[tuple[Mandate, str]]:
        """The deputies in their order, each with （女，蒙古族）."""
        return [(mandate, marks_of(mandate.person)) for mandate in self.mandates]

    def named(self, *offices: str) -> str:
        """Who holds one of these offices in the delegation."""
        return "、".join(s.name for s in self.seats if s.membership.office in offices)

    @property
    def heads(self) -> str:
        """团长 and 副团长."""
        return self.named(Office.HEAD, Office.DEPUTY_HEAD)

    @property
    def liaisons(self) -> str:
        """联络员."""
        return self.named(Office.LIAISON)


def splits_of(congress: Congress, delegations: Sequence[Body], day: date) -> list[Split]:
    """Each delegation with its deputies and its head, and at the end all together: two queries."""
    seats = members_of(delegations, day)
    found = {b.pk: Split(b, [], seats[b.pk]) for b in delegations}
    every = Split(None)
    for mandate in in_office(congress, day):
        every.mandates.append(mandate)
        if mandate.delegation_id in found:
            found[mandate.delegation_id].mandates.append(mandate)
    return [*found.values(), every]


def split_of(delegation: Body, day: date) -> Split:
    """One delegation with its deputies: two queries."""
    mandates = in_office(delegation.congress, day).filter(delegation=delegation)
    return Split(delegation, list(mandates), members_of([delegation], day)[delegation.pk])


def free_deputies(
    mandates: Iterable[Mandate], delegations: Sequence[Body]
) -> list[tuple[Mandate, int | None]]:
    """Deputies who belong to none of these delegations, each with the one that the name of the
    electoral unit points to, if exactly one does."""
    known = {body.pk for body in delegations}
    return [
        (mandate, _pointed_to(mandate, delegations))
        for mandate in mandates
        if mandate.delegation_id not in known
    ]


def in_office(congress: Congress, day: date) -> Any:
    """The deputies on a day with what the splits ask for."""
    rows = Mandate.objects.deputies_on(day).filter(congress=congress)
    return rows.select_related("person", "unit", "delegation").order_by("order", "pk")


def _pointed_to(mandate: Mandate, delegations: Sequence[Body]) -> int | None:
    unit = mandate.unit.name if mandate.unit else mandate.electoral_unit
    fits = [body.pk for body in delegations if unit and body.name.startswith(unit)]
    return fits[0] if len(fits) == 1 else None
