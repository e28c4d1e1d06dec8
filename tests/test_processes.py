"""Every step of every process is taken here once, by who may; and says what it must say."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from inspect import getdoc
from typing import Any

import pytest
from django.utils import translation

from renda.congress.models import Body
from renda.congress.reform import Reform, carry_out
from renda.deputies.cast import HOUSING
from renda.kernel.lifecycle.life import LIVES, Lifecycle
from renda.kernel.lifecycle.table import local_of, state_labels
from renda.kernel.moment import today
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers import keeping
from renda.kernel.trail.models import Event
from renda.suggestions.evaluating import Judgement
from tests import turning
from tests.life import POLICE, Life, scan
from tests.qualifying import Qualification
from tests.rules import laws
from tests.turnover import Turn

STEPS: dict[str, Any] = {s.action: s for life in LIVES.values() for s in life.steps.values()}
OF: dict[str, Lifecycle] = {life.name: life for life in LIVES.values()}
CLOCKS = [(life, clock) for life in LIVES.values() for clock in life.clocks]


@dataclass(frozen=True)
class Case:
    """How a step comes to be taken: what was before, by whom, on what, and what it asks. `of` gives
    the subject where it is neither the suggestion nor an organ's part."""

    before: Callable[[Life], Any]
    by: str = "clerk"
    organ: str = ""
    asked: Callable[[Life], dict[str, Any]] = lambda life: {}
    of: Callable[[Life], Any] | None = None

    def subject(self, life: Life) -> Any:
        """What the step is taken on, as it is now."""
        if self.of is not None:
            return self.of(life)
        return life.part(self.organ) if self.organ else life.fresh()

    def take(self, life: Life, step: Any, **paper: Any) -> Any:
        """Take it; with a paper it is the clerk who registers it."""
        self.before(life)
        subject = self.subject(life)
        own = life.city.handler(self.organ) if self.organ else getattr(life, self.by)
        by = life.clerk if paper else own
        return step(subject, by=by, **self.asked(life), **paper)


def judged(result: str) -> Callable[[Life], dict[str, Any]]:
    """What the deputy says of every reply."""
    return lambda life: {
        "judgements": [
            Judgement(h.pk, "satisfied", result, "还没有修好。") for h in life.fresh().answering
        ]
    }


def contact(life: Life) -> dict[str, Any]:
    """A talk, today."""
    return {"held_on": today(), "way": "visit", "summary": "当面听取意见。"}


def assisted(life: Life) -> Any:
    """Assigned with an assisting organ, which has signed."""
    return life.assigned(**{HOUSING: "lead", POLICE: "assisting"}).received(POLICE)


def reformed(life: Life, old: str, into: str = "") -> Any:
    """机构改革: the organ goes into another, or into one that begins today."""
    organ = life.city.organ(old)
    new = Body(congress=organ.congress, kind=organ.kind, name="市公共安全局")
    heir = life.city.organ(into) if into else new
    return carry_out(Reform([organ], [heir], today()), by=life.clerk)


def out_of_office(life: Life) -> Any:
    """Handed over, and then its deputy's term was over."""
    life.assigned()
    values = {"until_on": today() - timedelta(days=1), "end_ground": "term_over"}
    keeping.change(life.fresh().sponsor, "deputies.end_with_term", by=None, values=values)
    return life


def committee(life: Life) -> Any:
    """A committee that can judge."""
    return life.city.bodies["hewan", "城乡建设环境资源委员会"]


def turn_case(play: Callable[[Turn], Any], asked: Callable[[Turn], dict[str, Any]]) -> Case:
    """A step of a change of term."""
    return Case(
        turning.begun(play),
        asked=lambda life: asked(life.turn),
        of=lambda life: life.turn.fresh(),
    )


TAKEN = {name: turn_case(*case) for name, case in turning.TURNS.items()} | {
    "suggestions.submit": Case(lambda life: life, "sponsor"),
    "suggestions.take_back": Case(Life.submitted, "sponsor"),
    "suggestions.return_for_revision": Case(
        Life.submitted, asked=lambda _l: {"reason": "请分开。"}
    ),
    "suggestions.accept": Case(Life.submitted),
    "suggestions.assign": Case(
        Life.accepted, asked=lambda life: {"organs": {life.city.organ(HOUSING): "lead"}}
    ),
    "suggestions.judge": Case(Life.replied, "sponsor", asked=judged("satisfied")),
    "suggestions.publish": Case(Life.closed),
    "suggestions.name_judge": Case(out_of_office, asked=lambda life: {"judge": committee(life)}),
    "suggestions.correct": Case(
        Life.accepted, asked=lambda _l: {"texts": {"title": "关于路灯的建议"}, "why": "错字"}
    ),
    "handlings.receive": Case(Life.assigned, organ=HOUSING),
    "handlings.log_contact": Case(
        lambda life: life.assigned().received(), organ=HOUSING, asked=contact
    ),
    "handlings.give_opinion": Case(assisted, organ=POLICE, asked=lambda _l: {"text": "同意。"}),
    "handlings.reply": Case(
        lambda life: life.assigned().received().heard(),
        organ=HOUSING,
        asked=lambda _l: {"text": "已修复。", "result": "A"},
    ),
    "handlings.correct": Case(
        Life.replied, organ=HOUSING, asked=lambda _l: {"texts": {"text": "已修好。"}, "why": "错字"}
    ),
    "qualifications.examine": Case(
        lambda case: case, "examiner", asked=lambda _c: {"report": "情况属实。"}
    ),
    "qualifications.announce": Case(
        Qualification.examined, asked=lambda _c: {"announcement": "公告〔五届〕第8号"}
    ),
    "qualifications.drop": Case(lambda case: case, asked=lambda _c: {"reason": "未迁出。"}),
}
# What is played for a step of each process.
PLAYED: dict[str, Any] = {"qualifications": Qualification}


def played(city: Any, step: Any) -> Any:
    """The item on which this step is taken, at its beginning."""
    return PLAYED.get(step.process, Life)(city)


# Taken by the system, along with the step that is played here.
FOLLOWS: dict[str, Callable[[Life], Any]] = {
    "turnovers.carry_out": turning.settled_on_the_day,
    "suggestions.begin_handling": lambda life: life.assigned().received(),
    "suggestions.conclude_replies": Life.replied,
    "handlings.inherit": lambda life: reformed(assisted(life), POLICE),
    "handlings.merge": lambda life: reformed(assisted(life), POLICE, HOUSING),
    "handlings.end": lambda life: assisted(life).received().heard().answered().judged(),
    "handlings.reopen": lambda life: life.replied().judged("dissatisfied", "还没有修好。"),
}
ON_PAPER = sorted(name for name, step in STEPS.items() if step.registrar is not None)


def test_there_is_a_test_for_every_step() -> None:
    assert set(TAKEN) | set(FOLLOWS) == set(STEPS)


@pytest.mark.django_db
@pytest.mark.parametrize("action", TAKEN)
def test_a_step_is_taken_by_who_may_and_goes_where_it_says(city: Any, action: str) -> None:
    step, case = STEPS[action], TAKEN[action]
    life = played(city, step)
    subject = case.take(life, step)
    event = Event.objects.filter(action=action).latest("pk")
    assert (event.subject_id, event.after) == (subject.pk, subject.state)
    assert event.before in step.arrow.sources
    assert event.after in (step.arrow.targets or (event.before,))


@pytest.mark.django_db
@pytest.mark.parametrize("action", FOLLOWS)
def test_a_step_of_the_system_follows_by_itself(city: Any, action: str) -> None:
    life = Life(city)
    FOLLOWS[action](life)
    event = Event.objects.filter(action=action).latest("pk")
    assert event.actor_id is None
    subject = life.part() if OF[STEPS[action].process].whole else life.fresh()
    subject = life.turn.fresh() if hasattr(life, "turn") else subject
    with pytest.raises(Refused):
        STEPS[action](subject, by=life.clerk)


@pytest.mark.django_db
@pytest.mark.parametrize("action", TAKEN)
def test_a_step_is_refused_to_everyone_else(city: Any, action: str) -> None:
    step, case = STEPS[action], TAKEN[action]
    life = played(city, step)
    case.before(life)
    subject = case.subject(life)
    others = [a for a in map(city.actor, city.users) if not step.is_for(a, subject)]
    assert len(others) > 30
    assert all(step.refusal(subject, actor) for actor in others)
    before = Event.objects.count()
    with pytest.raises(Refused):
        step(subject, by=others[0], **case.asked(life))
    assert Event.objects.count() == before


@pytest.mark.django_db
@pytest.mark.parametrize("action", ON_PAPER)
def test_the_office_registers_what_came_on_paper(city: Any, action: str) -> None:
    step, case = STEPS[action], TAKEN[action]
    life = played(city, step)
    case.before(life)
    whom = OF[step.process].principal(life.part(case.organ) if case.organ else life.fresh())
    case = Case(lambda life: life, case.by, case.organ, case.asked)
    case.take(life, step, behalf=whom, paper=scan(city))
    event = Event.objects.filter(action=action).latest("pk")
    assert event.actor_id == life.clerk.user_id
    assert (event.behalf_kind, event.behalf_id) == (whom.kind, whom.id)


@pytest.mark.parametrize("life", LIVES.values(), ids=LIVES)
def test_every_step_and_clock_cites_an_article_or_is_local(life: Lifecycle) -> None:
    rows = [(s.name, s.cites) for s in life.steps.values()]
    assert laws.uncited([*rows, *((c.name, c.cites) for c in life.clocks)]) == []


@pytest.mark.parametrize("action", STEPS)
def test_every_step_has_an_audience_a_chinese_label_and_a_word_for_the_manual(action: str) -> None:
    step = STEPS[action]
    assert step.by.names and getdoc(step.does)
    with translation.override("zh-hans"):
        assert all(is_chinese(said) for said in [step.label, *step.by.names])
        assert all(is_chinese(fact.said) for fact in step.when)


@pytest.mark.parametrize(("life", "clock"), CLOCKS, ids=[f"{c.name}" for _life, c in CLOCKS])
def test_every_clock_says_what_it_counts_and_how_long(life: Lifecycle, clock: Any) -> None:
    assert set(clock.states) <= set(state_labels(life))
    with translation.override("zh-hans"):
        assert is_chinese(clock.says)
    if callable(clock.lasts):
        assert getdoc(clock.lasts), "what depends on the item must say on what"
    if clock.cites == "local":
        assert local_of(life, clock) is not None, "a time of the place's own has bounds"


@pytest.mark.parametrize("life", LIVES.values(), ids=LIVES)
def test_every_state_can_be_entered_and_none_is_undeclared(life: Lifecycle) -> None:
    declared = set(state_labels(life))
    first = next(iter(declared & {"draft", "offered", "reported"}))
    entered = {t for s in life.steps.values() for t in s.arrow.targets} | {first, life.void}
    assert entered - {None} == declared


def is_chinese(said: Any) -> bool:
    """Whether it holds a Chinese character."""
    return any("\u4e00" <= c <= "\u9fff" for c in str(said))
