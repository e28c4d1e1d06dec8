"""What rests on a mandate ends when its end is announced, and is given back with it."""

from datetime import date, timedelta

import pytest

from renda.congress.actions import add_body
from renda.congress.models import Body, Post
from renda.congress.roles import BodyKind, Role
from renda.deputies import actions, lifecycle
from renda.deputies.models import GroupException, Mandate, Membership, Suspension
from renda.deputies.roles import CaseKind, Ground, Office
from renda.kernel.lifecycle.undoing import undo_last
from renda.kernel.moment import today
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers import keeping
from renda.kernel.registers.history import history_of, said_in
from renda.kernel.trail.verify import faults
from tests.qualifying import Qualification

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
SINCE = date(2022, 1, 5)


def committee_of(city):
    kind = BodyKind.STANDING_COMMITTEE
    here = city.congresses["hewan"]
    found = Body.objects.filter(congress=here, kind=kind).first()
    return found or new_body(here, kind)


def new_body(here, kind):
    return add_body(congress=here, kind=kind, name="新设机构")


@pytest.fixture
def seats(city):
    """A seat in the standing committee, and one in the Party group, which asks for no mandate."""
    case = Qualification(city)
    person = case.mandate.person
    group = new_body(city.congresses["hewan"], BodyKind.PARTY_GROUP)
    rows = []
    for body in (committee_of(city), group):
        found = Membership.objects.filter(body=body, person=person).first()
        rows.append(found or actions.seat(body=body, person=person, from_on=SINCE, by=case.clerk))
    return case, *rows


def test_seat_and_post_end_with_the_announcement_and_come_back_with_undo(seats):
    case, seat, other = seats
    post = Post.objects.get(pk=seat.post_id)
    case.announced()
    seat.refresh_from_db(), post.refresh_from_db(), other.refresh_from_db()
    assert seat.until_on == post.until_on == today() - DAY
    assert other.mandate_id == case.mandate.pk and other.until_on is None, "it asks for no mandate"
    undo_last(case.fresh(), by=case.clerk)
    seat.refresh_from_db(), post.refresh_from_db()
    assert (seat.until_on, seat.reason, post.until_on) == (None, "", None)
    assert case.holds() and list(faults()) == []


def test_a_seat_still_to_come_is_withdrawn_and_comes_back(city):
    case = Qualification(city)
    body = new_body(city.congresses["hewan"], BodyKind.COMMITTEE)
    later = actions.seat(
        body=body, person=case.mandate.person, from_on=today() + 9 * DAY, by=case.clerk
    )
    case.announced()
    assert not Membership.objects.filter(pk=later.pk).exists()
    undo_last(case.fresh(), by=case.clerk)
    assert Membership.objects.filter(pk=later.pk, until_on=None).exists()


def test_suspension_and_exception_end_too(city):
    Qualification(city, kind=CaseKind.SUSPEND, ground=Ground.DETAINED).announced()
    case = Qualification(city)
    Suspension.objects.update(from_on=today() - 9 * DAY)
    here = city.congresses["hewan"]
    free = GroupException(congress=here, mandate=case.mandate, reason="x", from_on=SINCE)
    keeping.enter(free, "deputies.except_deputy", by=case.clerk)
    case.announced()
    assert Suspension.objects.get().until_on == today() - DAY
    assert GroupException.objects.get(pk=free.pk).until_on == today() - DAY
    undo_last(case.fresh(), by=case.clerk)
    assert Suspension.objects.get().until_on is None


def test_the_place_that_was_given_to_another_keeps_it_from_coming_back(seats):
    case, seat, _other = seats
    values = {"office": Office.CHAIR}
    Membership.objects.filter(body=seat.body, office=Office.CHAIR).update(is_void=True)
    actions.correct_seat(seat, values, by=case.clerk)
    case.announced()
    another = case.city.mandates["hewan", "秦二柱"].person
    Membership.objects.filter(body=seat.body, person=another).update(is_void=True)
    actions.seat(
        body=seat.body, person=another, office=Office.CHAIR, from_on=today(), by=case.clerk
    )
    with pytest.raises(Refused):
        undo_last(case.fresh(), by=case.clerk)
    assert not case.holds(), "all or nothing"


def test_who_stands_in_for_the_post_stands_in_no_longer(seats):
    case, seat, _other = seats
    stand_in = Post.objects.create(
        user=case.city.users["韩赟"],
        body=seat.body,
        role=Role.MEMBER,
        stands_in_for_id=seat.post_id,
        from_on=today() - DAY,
        until_on=today() + 9 * DAY,
    )
    case.announced()
    stand_in.refresh_from_db()
    assert stand_in.until_on == today() - DAY


@pytest.mark.parametrize("name", ["until_on", "term"])
def test_the_end_of_a_mandate_that_is_over_is_not_announced(city, name):
    case = Qualification(city).examined()
    last = today() - 9 * DAY
    if name == "term":
        type(case.mandate.term).objects.filter(pk=case.mandate.term_id).update(until_on=last)
    else:
        Mandate.objects.filter(pk=case.mandate.pk).update(until_on=last)
    with pytest.raises(Refused, match="已经终止"):
        lifecycle.announce(case.fresh(), by=case.clerk)
    assert case.seat().until_on != today() - DAY, "never prolonged"


def test_the_reason_stands_in_the_history_of_the_mandate(city):
    case = Qualification(city).examined()
    lifecycle.announce(case.fresh(), by=case.clerk, reason="决定附后")
    assert said_in(history_of(case.seat())[0].event)["reason"] == "决定附后"
