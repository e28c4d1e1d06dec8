"""The list and the permit are one: for everyone, in every congress, for items in every state."""

from collections.abc import Iterator
from typing import Any

import pytest

from renda.deputies.cast import HOUSING, TOWN
from renda.kernel.lifecycle.undoing import undo_last
from renda.kernel.permits.actor import Actor, load
from renda.suggestions import handling, lifecycle
from renda.suggestions.actions import begin_draft
from renda.suggestions.evaluating import Judgement
from renda.suggestions.models import Suggestion
from renda.suggestions.permits import reader
from renda.suggestions.queries import visible_to
from renda.suggestions.states import SuggestionState
from tests.life import POLICE, WORDS, Life
from tests.rules.visibility import disagreements

pytestmark = pytest.mark.django_db
TOWN_HALL = "狼湾镇人民政府"


def returned(life: Life) -> Life:
    """退回修改."""
    lifecycle.return_for_revision(life.submitted().fresh(), by=life.clerk, reason="请分开。")
    return life


def undone(life: Life) -> Life:
    """Assigned to one organ, taken back, assigned to another: the first must not see it."""
    life.assigned()
    undo_last(life.fresh(), by=life.clerk)
    lifecycle.assign(life.fresh(), by=life.clerk, organs={life.city.organ(POLICE): "lead"})
    return life


STATES: dict[str, Any] = {
    "draft": lambda life: life,
    "submitted": Life.submitted,
    "returned": returned,
    "registered": Life.accepted,
    "assigned": lambda life: life.assigned(**{HOUSING: "separate", POLICE: "separate"}),
    "received": lambda life: life.assigned().received(),
    "replied": Life.replied,
    "reopened": lambda life: life.replied().judged("dissatisfied", "还没有修好。"),
    "closed": Life.closed,
    "published": Life.published,
    "assigned anew": undone,
}


def in_town(city: Any, *, is_published: bool) -> Suggestion:
    """A suggestion in the township, whose presidium is its office."""
    deputy, organ = city.actor("刘麦霞", TOWN), city.bodies[TOWN, TOWN_HALL]
    mandate = city.mandates[TOWN, "刘麦霞"]
    suggestion = begin_draft(by=deputy, mandate=mandate, fields=WORDS)
    lifecycle.submit(suggestion, by=deputy)
    lifecycle.accept(again(suggestion), by=deputy)
    lifecycle.assign(again(suggestion), by=deputy, organs={organ: "lead"})
    if is_published:
        close_in_town(city, again(suggestion))
    return again(suggestion)


def close_in_town(city: Any, suggestion: Suggestion) -> None:
    """From the receipt to publication."""
    mayor, deputy = city.handler(TOWN_HALL, TOWN), city.actor("刘麦霞", TOWN)
    part = suggestion.standing[0]
    handling.receive(part, by=mayor)
    part.refresh_from_db()
    talk = {"held_on": part.assigned_on, "way": "visit", "summary": "当面听取意见。"}
    handling.log_contact(part, by=mayor, **talk)
    part.refresh_from_db()
    handling.reply(part, by=mayor, text="已办。", result="A")
    said = [Judgement(part.pk, "satisfied", "satisfied")]
    lifecycle.judge(again(suggestion), by=deputy, judgements=said)
    lifecycle.publish(again(suggestion), by=deputy)


def again(suggestion: Suggestion) -> Suggestion:
    """The row as it is now, with nothing remembered."""
    return Suggestion.objects.get(pk=suggestion.pk)


def everyone_everywhere(city: Any) -> Iterator[tuple[str, Actor]]:
    """The whole cast, and a citizen, in every congress."""
    for slug, congress in city.congresses.items():
        yield f"a citizen in {slug}", load(None, congress)
        for name, user in city.users.items():
            yield f"{name} in {slug}", load(user, congress)


@pytest.fixture
def stage(city: Any) -> list[Suggestion]:
    """Items in every state, of two deputies, and two in another congress."""
    for deputy in ("乌仁托娅", "刘麦霞"):
        for play in STATES.values():
            play(Life(city, deputy=deputy))
    in_town(city, is_published=False)
    in_town(city, is_published=True)
    rows = list(Suggestion.objects.prefetch_related("handlings"))
    assert {row.state for row in rows} == set(SuggestionState.values)
    return rows


def test_what_is_listed_is_what_may_be_read(city: Any, stage: list[Suggestion]) -> None:
    faults, seen = [], {}
    for who, actor in everyone_everywhere(city):
        rows = list(visible_to(actor))
        faults += disagreements(who, rows, stage, lambda s, a=actor: reader(a, s))
        seen[who] = len(rows)
    assert faults == []
    assert_worth_looking_at(seen, city.handlers["hewan", POLICE])


def assert_worth_looking_at(seen: dict[str, int], police: str) -> None:
    """Each kind of reader sees something, and those outside nothing."""
    assert seen["乌仁托娅 in hewan"] == len(STATES)
    assert seen["白玥琪 in hewan"] == seen["贺川平 in hewan"] == 2 * len(STATES) - 2
    assert seen[f"{police} in hewan"] == 4
    assert seen["白玥琪 in langwan"] == 1, "a higher office reads what is published"
    assert seen["刘麦霞 in langwan"] == 2
    none = ["高珺 in hewan", "a citizen in hewan", "苗青禾 in hewan", "贺川平 in langwan"]
    assert [seen[who] for who in none] == [0, 0, 0, 0]
