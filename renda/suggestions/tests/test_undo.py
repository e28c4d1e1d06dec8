"""撤销上一步: by the same person, within half an hour, before anyone acted on it."""

from datetime import timedelta

import pytest

from renda.deputies.cast import HOUSING
from renda.kernel import moment
from renda.kernel.clock.models import Deadline
from renda.kernel.lifecycle.undoing import undo_last, undoable_among
from renda.kernel.notices.models import Outbox
from renda.kernel.notices.outbox import deliver
from renda.kernel.pages.keys import new_key
from renda.kernel.papers.keeping import attach
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.models import Event
from renda.kernel.trail.record import Behalf
from renda.kernel.trail.verify import faults
from renda.suggestions import lifecycle
from renda.suggestions.actions import register_on_paper
from renda.suggestions.entries import Evaluation, Reply
from renda.suggestions.evaluating import Judgement
from renda.suggestions.models import Handling, Suggestion
from tests.life import CLERK, DEPUTY, POLICE, WORDS, Life, scan

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
        assert undoable_among([life.fresh()], life.fresh(), life.clerk) is None
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


def told_last(city):
    """The names of those with an account who were told of the last event."""
    users = {user.pk: name for name, user in city.users.items()}
    event = Event.objects.latest("pk")
    waiting = Outbox.objects.filter(event_id=event.pk, user_id__isnull=False)
    return {users[pk] for pk in waiting.values_list("user_id", flat=True)}


def judged_on_paper(life, organ=HOUSING):
    """The office registers the deputy's judgement from a signed sheet."""
    paper = scan(life.city)
    lifecycle.judge(
        life.fresh(),
        by=life.clerk,
        behalf=Behalf("mandate", life.suggestion.sponsor_id, DEPUTY),
        paper=paper,
        judgements=[Judgement(life.part(organ).pk, "satisfied", "satisfied")],
    )
    attach(paper, life.fresh())


@pytest.mark.parametrize("is_delivered", [False, True])
def test_the_organ_hears_that_the_assignment_it_was_told_of_is_undone(city, is_delivered):
    life = Life(city).assigned()
    while is_delivered and deliver():
        pass
    undo_last(life.fresh(), by=life.clerk)
    assert told_last(city) == {DEPUTY, "郝雁南", "孔堃"}


def test_who_stood_behind_a_paper_hears_that_it_is_undone(city):
    life = Life(city).replied()
    judged_on_paper(life)
    undo_last(life.fresh(), by=life.clerk)
    assert DEPUTY in told_last(city) and CLERK not in told_last(city)


def registered(city):
    """A suggestion that came on paper."""
    mandate, clerk = city.mandates["hewan", DEPUTY], city.actor(CLERK)
    return register_on_paper(by=clerk, mandate=mandate, fields=WORDS, paper=scan(city), on=None)


def test_the_same_sheet_handed_in_twice_is_set_aside_once(city):
    life = Life(city)
    life.suggestion = registered(city)
    lifecycle.accept(life.fresh(), by=life.clerk)
    lifecycle.assign(life.fresh(), by=life.clerk, organs={city.organ(POLICE): "lead"})
    life.received(POLICE).heard(POLICE).answered(POLICE)
    judged_on_paper(life, POLICE)
    undo_last(life.fresh(), by=life.clerk)
    assert [f.kind for f in faults()] == [], "the receipt's papers are still what was signed for"


def test_whoever_undoes_a_registration_is_led_on_though_the_draft_is_not_theirs(client, city):
    suggestion = registered(city)
    client.force_login(city.users[CLERK])
    sent = {"key": new_key(), "version": Suggestion.objects.get().version}
    answer = client.post(f"/hewan/suggestions/{suggestion.pk}/undo/", sent, follow=True)
    assert answer.status_code == 200
    assert answer.redirect_chain == [("/hewan/suggestions/", 302)]
