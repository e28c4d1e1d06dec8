"""撤销上一步: by the same person, within half an hour, before anyone acted on it."""

from datetime import timedelta

import pytest

from renda.kernel import moment
from renda.kernel.clock.models import Deadline
from renda.kernel.lifecycle.undoing import undo_last, undoable
from renda.kernel.notices.models import Outbox
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.models import Event
from renda.kernel.trail.verify import faults
from renda.suggestions import lifecycle
from renda.suggestions.entries import Evaluation, Reply
from renda.suggestions.models import Handling
from tests.life import POLICE, Life

pytestmark = pytest.mark.django_db


def test_an_assignment_undone_leaves_nothing_running_and_can_be_made_anew(city):
    life = Life(city).assigned()
    undo_last(life.fresh(), by=life.clerk)
    assert life.fresh().state == "registered"
    assert [h.state for h in Handling.objects.filter(suggestion=life.suggestion)] == ["void"]
    assert not Deadline.objects.filter(subject_type="suggestions.handling").running().exists()
    assert Deadline.objects.of(life.fresh()).named("assign").running().count() == 1
    lifecycle.assign(life.fresh(), by=life.clerk, organs={city.organ(POLICE): "lead"})
    assert life.part(POLICE).state == "offered"
    assert list(faults()) == []


def test_a_number_stays_with_its_suggestion_when_acceptance_is_undone(city):
    life = Life(city).accepted()
    undo_last(life.fresh(), by=life.clerk)
    assert (life.fresh().state, life.fresh().number) == ("submitted", 1)
    lifecycle.accept(life.fresh(), by=life.clerk)
    assert life.fresh().number == 1
    assert Life(city).accepted().fresh().number == 2


def test_a_reply_undone_takes_what_followed_from_it_along(city):
    life = Life(city).replied()
    organ = city.handler("市住房和城乡建设局")
    undo_last(life.part(), by=organ)
    assert (life.fresh().state, life.part().state) == ("received", "received")
    assert not Reply.objects.filter(handling=life.part()).exists()
    assert Reply.ever.filter(handling=life.part()).count() == 1
    assert Deadline.objects.of(life.part()).named("reply").running().count() == 1
    assert life.answered().fresh().state == "replied"


def test_a_judgement_undone_puts_the_organ_back_too(city):
    life = Life(city).replied().judged("dissatisfied", "没有时限。")
    undo_last(life.fresh(), by=life.sponsor)
    assert (life.fresh().state, life.part().state, life.part().round) == ("replied", "answered", 1)
    assert not Evaluation.objects.exists()
    assert life.judged().fresh().state == "closed"


def test_nobody_else_may_undo_it(city):
    life = Life(city).assigned()
    with pytest.raises(Refused):
        undo_last(life.fresh(), by=city.actor("韩赟"))


def test_half_an_hour_later_it_stands(city):
    life = Life(city).assigned()
    with moment.at(moment.now() + timedelta(minutes=31)):
        assert not undoable(life.fresh(), life.fresh(), life.clerk)
        with pytest.raises(Refused):
            undo_last(life.fresh(), by=life.clerk)


def test_once_an_organ_has_signed_the_assignment_stands(city):
    life = Life(city).assigned().received()
    with pytest.raises(Refused):
        undo_last(life.fresh(), by=life.clerk)
    assert life.fresh().state == "received"


def test_a_beginning_is_not_undone(city):
    life = Life(city)
    with pytest.raises(Refused):
        undo_last(life.fresh(), by=life.sponsor)


def test_undoing_is_an_event_and_those_who_heard_are_told(city):
    life = Life(city).assigned()
    undo_last(life.fresh(), by=life.clerk)
    event = Event.objects.latest("pk")
    assert (event.action, event.before, event.after) == (
        "suggestions.undo",
        "assigned",
        "registered",
    )
    assert Outbox.objects.filter(event_id=event.pk).exists()


def test_twice_undo_goes_back_one_step_at_a_time(city):
    life = Life(city).submitted()
    lifecycle.return_for_revision(life.fresh(), by=life.clerk, reason="请分开提出")
    undo_last(life.fresh(), by=life.clerk)
    assert life.fresh().state == "submitted"
    with pytest.raises(Refused):
        undo_last(life.fresh(), by=life.clerk)
