"""Seats in bodies at a change of term: who goes on, who ends, and when."""

from datetime import date

import pytest

from renda.congress.actions import add_body
from renda.congress.roles import BodyKind
from renda.deputies.carrying.seats import SEATS
from renda.deputies.models import GroupException, Membership
from renda.deputies.turnover import parts
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.history import history_of
from renda.kernel.registers.keeping import change, enter
from tests.turnover import CLOSES, OPENS, Turn, day_before

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("before")]
SINCE = date(2022, 3, 1)


@pytest.fixture
def turn(city):
    return Turn(city).again("乌仁托娅", "那仁格日勒图")


@pytest.fixture
def group(city):
    """A group of the city with three deputies, one of whom is not re-elected."""
    body = add_body(congress=city.congresses["hewan"], kind=BodyKind.GROUP, name="教育小组")
    for name in ("乌仁托娅", "那仁格日勒图", "秦二柱"):
        sit(city, body, name)
    return body


def sit(city, body, name, office="member", of="hewan", **more):
    mandate = city.mandates[of, name]
    row = Membership(
        congress=body.congress,
        body=body,
        person=mandate.person,
        mandate=mandate,
        office=office,
        from_on=SINCE,
        **more,
    )
    return enter(row, "deputies.add_membership", by=None)


def seats_of(body):
    rows = Membership.objects.filter(body=body).order_by("from_on", "id")
    return [(m.person.name, m.from_on, m.until_on) for m in rows]


def test_a_group_goes_on_with_who_was_re_elected(city, turn, group):
    turn.settled().carried_out()
    last = day_before(OPENS)
    assert seats_of(group) == [
        ("乌仁托娅", SINCE, last),
        ("那仁格日勒图", SINCE, last),
        ("秦二柱", SINCE, last),
        ("乌仁托娅", OPENS, None),
        ("那仁格日勒图", OPENS, None),
    ]
    new = Membership.objects.filter(body=group, until_on=None)
    assert {m.mandate.term_id for m in new} == {turn.change.new_id}
    ended = Membership.objects.filter(body=group, person__name="秦二柱").get()
    assert ended.reason == "换届"
    assert history_of(ended)[0].lines, "and its history says what it was"


def test_the_office_may_let_a_re_elected_member_leave_the_group(city, turn, group):
    seat = Membership.objects.get(body=group, person__name="乌仁托娅")
    turn.recognised().decided(seats={str(seat.pk): "end"}).settled_as_it_is().carried_out()
    assert Membership.objects.filter(body=group, until_on=None).get().person.name == "那仁格日勒图"


def test_the_standing_committee_acts_until_others_are_elected(city, turn):
    committee = city.bodies["hewan", "常委会"]
    sat = [seat.pk for seat in Membership.objects.filter(body=committee, until_on=None)]
    turn.settled().carried_out()
    seats = Membership.objects.filter(pk__in=sat)
    assert len(sat) > 2
    assert {seat.until_on for seat in seats} == {day_before(CLOSES)}
    posts = [seat.post for seat in seats if seat.post is not None]
    assert posts, "the chair's post goes with the chair"
    assert {post.until_on for post in posts} == {day_before(CLOSES)}
    running = Membership.objects.filter(body=committee, until_on=None)
    assert not running.exists(), "nobody sits in the new one before being elected"


def test_an_exception_from_the_field_groups_goes_on_with_the_new_mandate(city, turn):
    for name in ("乌仁托娅", "秦二柱"):
        row = GroupException(
            congress=city.congresses["hewan"],
            mandate=city.mandates["hewan", name],
            reason="常委会领导",
            from_on=SINCE,
        )
        enter(row, "deputies.add_group_exception", by=None)
    turn.settled().carried_out()
    rows = GroupException.objects.filter(mandate__person__name__in=["乌仁托娅", "秦二柱"])
    assert {(r.mandate.term_id == turn.change.new_id, r.until_on) for r in rows} == {
        (False, day_before(OPENS)),
        (True, None),
    }
    assert rows.get(until_on=None).mandate.person.name == "乌仁托娅"


def test_a_party_group_is_not_bound_to_a_term(city, turn):
    body = add_body(congress=city.congresses["hewan"], kind=BodyKind.PARTY_GROUP, name="党组")
    sit(city, body, "秦二柱")
    turn.settled().carried_out()
    assert seats_of(body) == [("秦二柱", SINCE, None)]


def test_a_delegation_goes_on_but_for_its_head_and_who_moved(city, turn):
    from renda.deputies.models import Mandate

    front, middle = (city.bodies["hewan", f"{n}代表团"] for n in ("前川旗", "中川旗"))
    sit(city, front, "乌仁托娅", office="head")
    sit(city, middle, "那仁格日勒图")
    moved = Mandate.objects.get(term=turn.change.new, person__name="那仁格日勒图")
    change(moved, "deputies.change_mandate", by=turn.clerk, values={"delegation": front})
    turn.settled().carried_out()
    assert seats_of(front) == [("乌仁托娅", SINCE, day_before(OPENS))]
    assert seats_of(middle) == [("那仁格日勒图", SINCE, day_before(OPENS))]


def test_groups_of_several_levels_are_touched_only_where_they_rest_on_this_term(city, turn):
    """A township's group: its own deputy, and two deputies of the city."""
    body = add_body(congress=city.congresses["langwan"], kind=BodyKind.GROUP, name="第一小组")
    sit(city, body, "刘麦霞", of="langwan")
    sit(city, body, "乌仁托娅")
    sit(city, body, "秦二柱")
    turn.settled().carried_out()
    running = Membership.objects.filter(body=body, until_on=None)
    assert {m.person.name for m in running} == {"刘麦霞", "乌仁托娅"}
    assert running.get(person__name="刘麦霞").from_on == SINCE


def test_what_came_after_it_was_confirmed_goes_as_usual(city, turn, group):
    turn.recognised().decided()
    late = sit(city, group, "刘麦霞")
    turn.settled_as_it_is().carried_out()
    late.refresh_from_db()
    assert late.until_on == day_before(OPENS)


def test_an_end_that_was_planned_already_stays_planned(city, turn, group):
    planned = date(2027, 6, 30)
    seat = Membership.objects.get(body=group, person__name="乌仁托娅")
    change(seat, "deputies.change_membership", by=None, values={"until_on": planned})
    turn.settled().carried_out()
    new = Membership.objects.get(body=group, person__name="乌仁托娅", from_on=OPENS)
    assert new.until_on == planned


def test_where_there_was_no_question_no_answer_is_kept(city, turn, group):
    turn.recognised().decided()
    turn.again("秦二柱").settled_as_it_is().carried_out()
    running = Membership.objects.filter(body=group, until_on=None)
    assert "秦二柱" in {m.person.name for m in running}, "entered on the roster only afterwards"


def test_an_answer_that_cannot_be_given_counts_for_nothing(city, turn, group):
    gone = Membership.objects.get(body=group, person__name="秦二柱")
    turn.recognised().decided(seats={str(gone.pk): "on", "0": "on", "x": "end"})
    items = parts.items_of(SEATS, turn.fresh())
    assert parts.answers_to(SEATS, turn.change, items)[str(gone.pk)] == "end"


def test_somebody_must_keep_the_registers(city):
    turn = Turn(city, "langwan", by="刘麦霞").again("刘麦霞")
    seat = city.users["刘麦霞"].posts.get().memberships.get()
    with pytest.raises(Refused, match="没有人管理名册"):
        turn.recognised().decided(seats={str(seat.pk): "end"})
