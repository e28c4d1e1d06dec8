"""换届 as a whole: what ends, what begins, and that it happens once."""

import pytest

from renda.congress.actions import give_post
from renda.congress.models import Post, Term
from renda.congress.roles import Basis
from renda.congress.staffing.resting import last_day
from renda.deputies import actions, changing_terms
from renda.deputies.models import Mandate, Person
from renda.deputies.queries import deputies_in_office
from renda.deputies.quorum import deputies_quorum
from renda.kernel import moment
from renda.kernel.permits.refusal import Refused, Stale
from renda.kernel.registers import keeping
from renda.kernel.registers.history import history_of
from renda.kernel.registers.undoing import undo
from renda.kernel.trail.models import Event
from renda.kernel.trail.verify import faults
from tests.turnover import AFTER, CLOSES, FREEZES, NIGHT, OPENS, Turn, day_before, on

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("before")]


@pytest.fixture
def turn(city):
    return Turn(city).again("乌仁托娅", "那仁格日勒图")


def mandate(city, name, slug="hewan"):
    return Mandate.objects.get(pk=city.mandates[slug, name].pk)


def test_on_the_day_old_mandates_end_and_new_ones_begin(city, turn):
    turn.new("苏木吉", "前川旗")
    turn.settled()
    assert mandate(city, "秦二柱").until_on is None, "nothing happens before the day"
    turn.carried_out()
    gone = mandate(city, "秦二柱")
    assert (gone.until_on, gone.end_ground) == (day_before(OPENS), "term_over")
    new = Mandate.objects.filter(term=turn.change.new)
    assert set(new.values_list("person__name", "beginning")) == {
        ("乌仁托娅", "again"),
        ("那仁格日勒图", "again"),
        ("苏木吉", "new"),
    }
    assert {m.from_on for m in new} == {OPENS}
    old = Term.objects.get(pk=turn.change.old_id)
    assert (old.until_on, old.freezes_at) == (day_before(OPENS), FREEZES)
    assert turn.fresh().state == "done"
    assert list(faults()) == []


def test_who_holds_a_mandate_changes_at_midnight(city, turn):
    turn.settled().carried_out()
    with on(day_before(OPENS), 23):
        assert city.actor("刘麦霞").holds("deputy")
    with on(OPENS, 2):
        assert not city.actor("刘麦霞").holds("deputy")
        assert city.actor("刘麦霞").holds("former_deputy")
        assert city.actor("乌仁托娅").holds("deputy")


def test_between_the_opening_and_the_night_nobody_is_counted_twice(city, turn):
    here = city.congresses["hewan"]
    turn.settled()
    with on(OPENS, 0):
        assert deputies_quorum(here, OPENS).base == 2
        assert deputies_in_office(here.pk, OPENS) == 2
        assert deputies_quorum(here, day_before(OPENS)).base > 2


def test_a_deputy_of_two_levels_keeps_the_other_mandate(city, turn):
    turn.settled().carried_out()
    assert mandate(city, "那仁格日勒图", "zhongchuan").until_on is None
    with on(OPENS):
        assert city.actor("刘麦霞", "langwan").holds("deputy"), "only the city has changed"
        assert city.actor("那仁格日勒图", "zhongchuan").holds("deputy")


def test_it_is_carried_out_once_however_often_the_night_runs(city, turn):
    turn.settled().carried_out()
    events = Event.objects.count()
    with moment.at(NIGHT):
        assert actions.carry_out_changes_of_term() == 0
    assert Event.objects.count() == events


def test_nothing_is_carried_out_before_its_day(turn):
    turn.settled()
    with on(day_before(OPENS), 23):
        assert actions.carry_out_changes_of_term() == 0
    with on(day_before(OPENS)), pytest.raises(Refused):
        changing_terms.carry_out(turn.fresh(), by=turn.clerk)


def test_a_fault_in_the_middle_leaves_nothing_behind(city, turn, monkeypatch):
    turn.settled()
    events = Event.objects.count()
    with monkeypatch.context() as patch:
        patch.setattr("renda.deputies.turnover.ending._end_what_hangs_on_them", _breaks)
        with moment.at(NIGHT), pytest.raises(ZeroDivisionError):
            actions.carry_out_changes_of_term()
    assert Event.objects.count() == events
    assert mandate(city, "秦二柱").until_on is None
    turn.carried_out()
    assert list(faults()) == []


def _breaks(*_args):
    raise ZeroDivisionError


def test_settled_late_it_follows_at_once(city):
    with moment.at(AFTER):
        turn = Turn(city).again("乌仁托娅").recognised().decided()
        turn.dated(freezes_at=AFTER.replace(hour=18))
        changing_terms.settle(turn.fresh(), by=turn.clerk)
        assert turn.fresh().state == "done"
        assert mandate(city, "秦二柱").until_on == day_before(OPENS)


def test_it_cannot_be_settled_with_gaps(turn):
    with pytest.raises(Refused, match="确认"):
        changing_terms.settle(turn.fresh(), by=turn.clerk)
    turn.decided()
    with pytest.raises(Refused, match="冻结"):
        changing_terms.settle(turn.fresh(), by=turn.clerk)


def test_until_the_hour_of_freezing_it_is_taken_back(city, turn):
    turn.settled()
    changing_terms.reopen(turn.fresh(), by=turn.clerk)
    assert Term.objects.get(pk=turn.change.old_id).freezes_at is None
    with moment.at(NIGHT):
        assert actions.carry_out_changes_of_term() == 0
    turn.dated(freezes_at=BEFORE_THE_DAY)
    changing_terms.settle(turn.fresh(), by=turn.clerk)
    with moment.at(BEFORE_THE_DAY), pytest.raises(Refused, match="冻结"):
        changing_terms.reopen(turn.fresh(), by=turn.clerk)


BEFORE_THE_DAY = FREEZES.replace(day=11)


def test_the_hour_of_freezing_is_not_taken_back_without_the_step(city, turn):
    turn.settled()
    old = Term.objects.get(pk=turn.change.old_id)
    event = history_of(old)[0].event
    with pytest.raises(Refused):
        undo(old, event.seq, congress_id=old.congress_id, by=turn.clerk)
    assert Term.objects.get(pk=old.pk).freezes_at == FREEZES


def test_who_works_for_the_first_session_goes_with_it_when_it_is_moved(city, turn):
    session, user = turn.change.session, city.users["韩赟"]
    post = Post(user=user, body=city.bodies["hewan", "办公室秘书科"], role="meetings_office")
    post.basis, post.session = Basis.BORROWED, session
    post.from_on, post.until_on = OPENS, last_day(session)
    keeping.enter(post, "congress.borrow", by=None, congress_id=session.congress_id)
    closes = CLOSES.replace(day=25)
    changing_terms.move(turn.fresh(), by=turn.clerk, opens_on=OPENS, closes_on=closes)
    turn.fresh()
    assert Post.objects.get(pk=post.pk).until_on == last_day(turn.change.session)


def test_given_up_it_leaves_the_old_term_alone_and_another_takes_it_up(city, turn):
    changing_terms.give_up(turn.fresh(), by=turn.clerk)
    second = Turn(city)
    assert second.change.new == turn.change.new
    assert Mandate.objects.filter(term=second.change.new).count() == 2
    with pytest.raises(Refused):
        Turn(city)


def test_a_first_session_that_is_put_off_takes_its_seats_along(city, turn):
    later = OPENS.replace(month=3)
    changing_terms.move(
        turn.fresh(), by=turn.clerk, opens_on=later, closes_on=CLOSES.replace(month=3)
    )
    assert {m.from_on for m in Mandate.objects.filter(term=turn.change.new)} == {later}
    assert Term.objects.get(pk=turn.change.new_id).from_on == later


def test_of_two_who_decide_the_later_is_told(turn):
    seen = turn.change.version
    turn.dated()
    with pytest.raises(Stale):
        changing_terms.set_days(
            turn.fresh(), by=turn.clerk, version=seen, elected_on=CLOSES, freezes_at=FREEZES
        )


def test_only_the_administrator_and_the_office_change_a_term(city, turn):
    for name in ("贺川平", "单禾", "乌仁托娅", "郝雁南"):
        with pytest.raises(Refused):
            changing_terms.set_days(
                turn.fresh(), by=city.actor(name), elected_on=CLOSES, freezes_at=FREEZES
            )
    assert Turn(city, "zhongchuan", by=_administrator_of(city, "zhongchuan"))


def _administrator_of(city, slug):
    body = city.bodies[slug, "信息中心"]
    give_post(user=city.users["高珺"], body=body, role="administrator", from_on=OPENS.replace(2026))
    return "高珺"


def test_whoever_is_elected_acts_until_the_elections(city, turn):
    turn.settled().carried_out()
    chair = Post.objects.get(user=city.users["贺川平"])
    assert chair.until_on == day_before(CLOSES)
    assert Post.objects.get(user=city.users["白玥琪"]).until_on is None
    with on(OPENS):
        assert city.actor("贺川平").holds("chair"), "组织法48"
    with on(CLOSES):
        assert not city.actor("贺川平").holds("chair")


@pytest.mark.parametrize("last", [OPENS, day_before(CLOSES)])
def test_a_post_that_ends_by_itself_before_the_elections_keeps_its_day(city, turn, last):
    where = {"body": city.bodies["hewan", "常委会"], "role": "member"}
    days = {"from_on": OPENS.replace(2026), "until_on": last}
    post = give_post(user=city.users["韩赟"], **where, **days)
    turn.settled().carried_out()
    assert Post.objects.get(pk=post.pk).until_on == last


def test_a_whole_township_whose_chair_does_everything(city):
    turn = Turn(city, "langwan", by="刘麦霞").again("刘麦霞")
    person = Person.objects.get(name="刘麦霞")
    turn.settled().carried_out()
    with on(OPENS):
        actor = city.actor("刘麦霞", "langwan")
        assert actor.holds("presidium_chair") and actor.holds("deputy"), "somebody keeps the town"
    assert person.mandates.filter(congress=city.congresses["langwan"]).count() == 2
    assert person.mandates.get(congress=city.congresses["hewan"]).until_on is None


def test_the_session_that_a_change_of_term_opens_in_is_not_withdrawn(turn):
    session = turn.change.session
    with pytest.raises(Refused):
        keeping.withdraw(session, "congress.withdraw_session", by=turn.clerk)
