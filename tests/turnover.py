"""Playing a change of term on the stage, for tests: always through its steps and acts."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import Any

from renda.deputies import actions, changing_terms
from renda.deputies.cast import CITY
from renda.deputies.demo import Cast
from renda.deputies.models import ElectoralUnit, Mandate, TermChange
from renda.deputies.turnover import parts, roster
from renda.kernel import moment

CLERK, ADMIN = "白玥琪", "高珺"
OPENS, CLOSES = date(2027, 1, 18), date(2027, 1, 22)
BEFORE = datetime(2026, 12, 28, 10, tzinfo=moment.BEIJING)
FREEZES = datetime(2027, 1, 18, 9, tzinfo=moment.BEIJING)
NIGHT = datetime(2027, 1, 18, 1, 5, tzinfo=moment.BEIJING)
AFTER = datetime(2027, 1, 25, 10, tzinfo=moment.BEIJING)


class Turn:
    """One change of term in the making; each method takes the next step and returns itself."""

    def __init__(self, city: Cast, slug: str = CITY, by: str = CLERK, **days: date) -> None:
        self.city, self.slug, self.who = city, slug, by
        said = {"opens_on": OPENS, "closes_on": CLOSES, **days}
        self.change: TermChange = actions.begin_change_of_term(
            congress=city.congresses[slug],
            number=city.terms[slug].number + 1,
            by=self.clerk,
            **said,
        )

    @property
    def clerk(self) -> Any:
        """Who prepares it, as of now."""
        return self.city.actor(self.who, self.slug)

    def fresh(self) -> TermChange:
        """The row as it is now."""
        self.change = TermChange.objects.get(pk=self.change.pk)
        return self.change

    def again(self, *names: str, unit: ElectoralUnit | None = None) -> "Turn":
        """连任."""
        olds = roster.before(self.change).filter(person__name__in=names)
        assert olds.count() == len(names)
        roster.enter_again(self.fresh(), olds, unit=unit, by=self.clerk)
        return self

    def new(self, name: str, unit: str = "", **more: Any) -> Mandate:
        """新任."""
        here = self.city.congresses[self.slug]
        person = actions.add_person(name=name, congress_id=here.pk, by=self.clerk, **more)
        return actions.add_deputy(
            person=person, term=self.change.new, from_on=OPENS, electoral_unit=unit, by=self.clerk
        )

    def recognised(self) -> "Turn":
        """Blank beginnings are written."""
        if not changing_terms.is_recognised.holds(self.fresh()):
            changing_terms.recognise(self.change, by=self.clerk)
        return self

    def decided(self, **answers: dict[str, str]) -> "Turn":
        """Every part is confirmed, as usual or as said."""
        for part in parts.in_order():
            given = answers.get(part.key, {})
            changing_terms.decide(self.fresh(), by=self.clerk, part=part, answers=given)
        return self

    def dated(self, **days: Any) -> "Turn":
        """Elections and freezing."""
        said = {"elected_on": CLOSES, "freezes_at": FREEZES, **days}
        changing_terms.set_days(self.fresh(), by=self.clerk, **said)
        return self

    def settled(self) -> "Turn":
        """The whole way from the roster to the settled plan."""
        return self.recognised().decided().settled_as_it_is()

    def settled_as_it_is(self) -> "Turn":
        """Dated and settled, with the answers given already."""
        changing_terms.settle(self.dated().fresh(), by=self.clerk)
        return self

    def carried_out(self) -> "Turn":
        """The night before the first session."""
        with moment.at(night_of(self.change)):
            assert actions.carry_out_changes_of_term() == 1
        return self


def night_of(change: TermChange) -> datetime:
    """When the nightly job runs on the day of the first session."""
    return datetime.combine(change.on, time(1, 5), tzinfo=moment.BEIJING)


@contextmanager
def on(day: date, hour: int = 10) -> Iterator[None]:
    """Inside the block it is this day."""
    with moment.at(datetime.combine(day, time(hour), tzinfo=moment.BEIJING)):
        yield


def day_before(day: date) -> date:
    """The last day of what ends then."""
    return day - timedelta(days=1)
