"""Playing a qualification case up to a state, for tests: always through the steps."""

from datetime import date
from typing import Any

from renda.congress.actions import add_body, give_post
from renda.congress.models import Body
from renda.congress.roles import BodyKind, Role
from renda.deputies import lifecycle
from renda.deputies.actions.cases import report_case
from renda.deputies.actions.changes import change_person
from renda.deputies.demo import Cast
from renda.deputies.models import Mandate, PersonChange, QualificationCase
from renda.deputies.roles import CaseKind, Ground
from renda.kernel.moment import today

CLERK, DEPUTY, EXAMINER = "白玥琪", "乌仁托娅", "敖日其楞"


def committee(city: Cast, slug: str = "hewan", examiner: str = EXAMINER) -> Body:
    """代表资格审查委员会, with somebody in it."""
    congress = city.congresses[slug]
    found = Body.objects.filter(congress=congress, kind=BodyKind.QUALIFICATION).first()
    if found is not None:
        return found
    body = add_body(congress=congress, kind=BodyKind.QUALIFICATION, name="代表资格审查委员会")
    give_post(
        user=city.users[examiner], body=body, role=Role.COMMITTEE_HEAD, from_on=date(2021, 12, 20)
    )
    return body


class Qualification:
    """One case in the making; each method takes the next step and returns itself."""

    def __init__(
        self,
        city: Cast,
        *,
        deputy: str = DEPUTY,
        kind: str = CaseKind.END,
        ground: str = Ground.MOVED,
        **said: Any,
    ) -> None:
        committee(city)
        self.city, self.deputy = city, deputy
        self.mandate = city.mandates["hewan", deputy]
        self.case: QualificationCase = report_case(
            mandate=self.mandate, kind=kind, ground=ground, by=self.clerk, **said
        )

    @property
    def clerk(self) -> Any:
        """The office."""
        return self.city.actor(CLERK)

    @property
    def examiner(self) -> Any:
        """The qualification committee."""
        return self.city.actor(EXAMINER)

    def fresh(self) -> QualificationCase:
        """The case as it is now."""
        return QualificationCase.objects.get(pk=self.case.pk)

    def seat(self) -> Mandate:
        """The mandate as it is now."""
        return Mandate.objects.get(pk=self.mandate.pk)

    def examined(self) -> "Qualification":
        """审查."""
        lifecycle.examine(self.fresh(), by=self.examiner, report="情况属实。")
        return self

    def announced(self) -> "Qualification":
        """公告."""
        if not self.fresh().is_death:
            self.examined()
        lifecycle.announce(self.fresh(), by=self.clerk, announcement="公告〔五届〕第8号")
        return self

    def holds(self) -> bool:
        """Whether the deputy may act today."""
        return Mandate.objects.acting_on(today()).filter(pk=self.mandate.pk).exists()


def proposed(city: Cast, **values: str) -> PersonChange:
    """The city's office proposes to change the data of somebody who sits in a banner too."""
    person = city.mandates["hewan", "那仁格日勒图"].person
    wanted = values or {"work": "中川旗第二中学校长"}
    change = change_person(person=person, values=wanted, by=city.actor(CLERK), reason="职务变动")
    assert change is not None
    return change
