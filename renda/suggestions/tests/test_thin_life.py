"""From a draft to the end, through the steps."""

from datetime import timedelta

import pytest

from renda.kernel import moment
from renda.kernel.clock.models import Deadline
from renda.kernel.permits.refusal import Refused, Stale
from renda.kernel.trail.models import Event
from renda.kernel.trail.verify import faults
from renda.suggestions import handling, lifecycle
from renda.suggestions.demo.telling import Judgement
from tests.life import POLICE, Life

pytestmark = pytest.mark.django_db


def test_a_suggestion_is_put_forward_assigned_answered_judged_and_closed(city):
    life = Life(city).replied()
    assert life.fresh().state == "replied"
    assert life.judged().fresh().state == "closed"
    assert list(faults()) == []


def test_the_number_is_given_at_acceptance_and_not_before(city):
    life = Life(city).submitted()
    assert life.fresh().number is None
    lifecycle.accept(life.fresh(), by=life.clerk)
    assert (life.fresh().number, life.fresh().is_recess) == (1, True)
    assert Life(city).accepted().fresh().number == 2


def test_suggestions_of_the_session_have_a_series_of_their_own(city):
    recess = Life(city).accepted().fresh()
    with moment.at(moment.now().replace(month=1, day=20)):
        during = Life(city).accepted().fresh()
    assert (recess.number, during.number) == (1, 1)
    assert (recess.is_recess, during.is_recess) == (True, False)


def test_the_reply_clock_is_three_months_from_assignment(city):
    with moment.at(moment.now().replace(year=2026, month=1, day=30, hour=10)):
        life = Life(city).assigned()
    clock = Deadline.objects.of(life.part()).named("reply").get()
    assert (clock.started_on.isoformat(), clock.statutory_on.isoformat()) == (
        "2026-01-30",
        "2026-04-30",
    )
    assert clock.cites == "代表法51.2"


def test_there_is_no_reply_before_a_contact(city):
    life = Life(city).assigned().received()
    with pytest.raises(Refused, match="沟通"):
        life.answered()
    assert life.fresh().state == "received"


def test_every_organ_that_must_answer_has_to(city):
    life = Life(city).assigned(**{POLICE: "separate", "市教育局": "separate"})
    life.received(POLICE).heard(POLICE).answered(POLICE)
    assert life.fresh().state == "received"
    life.received("市教育局").heard("市教育局").answered("市教育局")
    assert life.fresh().state == "replied"


def test_an_assisting_organ_does_not_hold_up_the_reply(city):
    life = Life(city).assigned(**{POLICE: "lead", "市教育局": "assisting"})
    life.received(POLICE).heard(POLICE).answered(POLICE)
    assert life.fresh().state == "replied"
    assert not Deadline.objects.of(life.part("市教育局")).named("reply").exists()


def test_a_dissatisfied_deputy_has_it_handled_again_with_its_own_clock(city):
    life = Life(city).replied().judged("dissatisfied", "没有时限。")
    assert (life.fresh().state, life.part().state, life.part().round) == ("reopened", "reopened", 2)
    assert Deadline.objects.of(life.part()).named("reply again").running().count() == 1
    with pytest.raises(Refused):
        life.answered()
    life.heard().answered().judged()
    assert life.fresh().state == "closed"
    assert not Deadline.objects.of(life.part()).running().exists()


def test_dissatisfaction_needs_a_reason(city):
    with pytest.raises(Refused):
        Life(city).replied().judged("dissatisfied")


def test_a_receipt_keeps_time_person_and_hash_of_the_text(city):
    part = Life(city).assigned().received().part()
    assert part.received_at and part.received_by and len(part.receipt_hash) == 64


def test_a_correction_keeps_both_wordings_and_the_receipt_still_verifies(city):
    life = Life(city).assigned().received()
    lifecycle.correct(
        life.fresh(), by=life.clerk, texts={"title": "关于修复路灯和人行道的建议"}, why="漏字"
    )
    assert life.fresh().title == "关于修复路灯和人行道的建议"
    assert list(faults()) == []


def test_a_text_changed_behind_the_steps_is_found(city):
    from renda.suggestions.models import Suggestion

    life = Life(city).assigned().received()
    Suggestion.objects.filter(pk=life.suggestion.pk).update(problem="改过")
    assert [f.kind for f in faults()] == ["receipt"]


def test_only_the_organ_itself_signs_for_it(city):
    life = Life(city).assigned()
    with pytest.raises(Refused):
        handling.receive(life.part(), by=city.handler(POLICE))


def test_a_stale_page_changes_nothing(city):
    life = Life(city)
    seen = life.fresh().version
    life.submitted()
    before = Event.objects.count()
    with pytest.raises(Stale):
        lifecycle.take_back(life.fresh(), by=life.sponsor, version=seen)
    assert Event.objects.count() == before


def test_judging_needs_every_reply_once(city):
    life = Life(city).replied()
    twice = [Judgement(life.part().pk, "satisfied", "satisfied")] * 2
    for said in ([], twice):
        with pytest.raises(Refused):
            lifecycle.judge(life.fresh(), by=life.sponsor, judgements=said)


def test_a_step_may_be_dated_back_with_a_reason_and_never_forward(city):
    life = Life(city).accepted()
    today = moment.today()
    organs = {city.organ(POLICE): "lead"}
    with pytest.raises(Refused):
        lifecycle.assign(life.fresh(), by=life.clerk, organs=organs, on=today + timedelta(days=1))
    with pytest.raises(Refused):
        lifecycle.assign(life.fresh(), by=life.clerk, organs=organs, on=today - timedelta(days=400))
    with moment.at(moment.now() + timedelta(days=3)):
        with pytest.raises(Refused):
            lifecycle.assign(life.fresh(), by=life.clerk, organs=organs, on=today)
        lifecycle.assign(
            life.fresh(), by=life.clerk, organs=organs, on=today, reason="交办会在周五"
        )
    event = Event.objects.filter(action="suggestions.assign").latest("pk")
    assert event.at.date() == today and event.recorded_at > event.at
    assert life.part(POLICE).assigned_on == today


def test_a_late_assisting_organ_owes_nothing_once_it_is_closed(city):
    life = Life(city).assigned(**{POLICE: "lead", "市教育局": "assisting"})
    life.received(POLICE).heard(POLICE).answered(POLICE).judged()
    assert life.part("市教育局").state == "ended"
    assert not Deadline.objects.of(life.part("市教育局")).running().exists()
