"""Seating people: who may sit where, what is refused, and what the history keeps."""

from datetime import date

import pytest

from renda.congress.roles import BodyKind
from renda.deputies import actions, seats
from renda.deputies.cast import CITY, DISTRICT, TOWN
from renda.deputies.models import Membership
from renda.deputies.tests.conftest import DAY
from renda.kernel.permits.refusal import Refused, Stale
from renda.kernel.trail.models import Event
from renda.kernel.trail.verify import faults

pytestmark = pytest.mark.django_db


def names(body, day=DAY):
    return [seat.name for seat in seats.members_on(body, day)]


def test_a_slate_sits_in_the_order_in_which_it_was_named(body, clerk, deputy):
    where = body()
    people = [(deputy(name).person, None) for name in ("秦二柱", "乌仁托娅", "那仁格日勒图")]
    made = actions.seat_slate(body=where, people=people, from_on=DAY, by=clerk)
    assert names(where) == ["秦二柱", "乌仁托娅", "那仁格日勒图"]
    assert [row.order for row in made] == [1, 2, 3]
    assert all(row.mandate.person_id == row.person_id for row in made)
    assert Event.objects.filter(action="deputies.seat", subject_id=made[0].pk).count() == 1
    assert list(faults()) == []


def test_of_a_slate_all_sit_or_none(body, clerk, city, deputy):
    where, here = body(), city.congresses[CITY].pk
    stranger = actions.add_person(name="谷雨田", congress_id=here)
    people = [(deputy("秦二柱").person, None), (stranger, None)]
    with pytest.raises(Refused, match="谷雨田在该日不是本级人大代表"):
        actions.seat_slate(body=where, people=people, from_on=DAY, by=clerk)
    assert not Membership.objects.filter(body=where).exists()


def test_the_party_group_and_the_discipline_group_take_others_than_deputies(body, city, clerk):
    stranger = actions.add_person(name="谷雨田", congress_id=city.congresses[CITY].pk)
    for kind in (BodyKind.PARTY_GROUP, BodyKind.DISCIPLINE):
        where = body(kind, "机关党组")
        seat = actions.seat(body=where, person=stranger, from_on=DAY, by=clerk)
        assert seat.mandate is None


def test_the_qualification_committee_is_of_the_standing_committee(body, committee, seated, deputy):
    where = body(BodyKind.QUALIFICATION, "资格审查委员会")
    with pytest.raises(Refused, match="不是常委会组成人员"):
        seated(where, deputy("秦二柱"))
    seated(committee, deputy("秦二柱"), from_on=date(2026, 1, 19))
    assert seated(where, deputy("秦二柱")).mandate is not None


def test_nobody_sits_before_the_mandate_begins(body, seated, deputy):
    new = deputy("谷雨田", from_on=date(2026, 5, 1))
    with pytest.raises(Refused):
        seated(body(), new, from_on=date(2026, 4, 30))
    assert seated(body(), new, from_on=date(2026, 5, 1))


def test_nobody_sits_twice_in_the_same_body(committee, seated, deputy):
    with pytest.raises(Refused, match="已在常委会任主任"):
        seated(committee, deputy("贺川平"))


def test_a_vice_chairperson_may_be_secretary_general_too(committee, seated, deputy, city):
    general = committee.memberships.get(person__name="仇满仓")
    actions.leave(membership=general, until_on=date(2026, 5, 1), reason="退休")
    seated(committee, deputy("其其格玛"), "secretary_general")
    there = seats.members_on(committee, DAY)
    assert [s.office for s in there if s.name == "其其格玛"] == ["副主任", "秘书长"]
    assert seats.headcount(there) == len(there) - 1


def test_there_is_one_chairperson_at_a_time(committee, seated, deputy):
    with pytest.raises(Refused, match="贺川平"):
        seated(committee, deputy("秦二柱"), "chair")
    chair = committee.memberships.get(person__name="贺川平")
    actions.leave(membership=chair, until_on=date(2026, 6, 24), reason="调离")
    assert seated(committee, deputy("秦二柱"), "chair")


def test_an_office_that_the_body_does_not_have_is_refused(committee, seated, deputy, body):
    with pytest.raises(Refused, match="没有这个职务"):
        seated(committee, deputy("秦二柱"), "president")
    with pytest.raises(Refused, match="没有这个职务"):
        seated(body(BodyKind.ORGAN, "某局"), deputy("秦二柱"))


def test_a_county_gets_no_secretary_general(city, seated, deputy):
    there = city.bodies[DISTRICT, "常委会"]
    with pytest.raises(Refused, match="没有这个职务"):
        seated(there, deputy("秦二柱"), "secretary_general")


def test_a_deputy_of_another_congress_does_not_sit_here(city, seated):
    town = next(m for (slug, name), m in city.mandates.items() if slug == TOWN and name != "刘麦霞")
    with pytest.raises(Refused, match="不是本级人大代表"):
        seated(city.bodies[CITY, "常委会"], town)


def test_a_body_that_is_no_more_takes_nobody(body, seated, deputy):
    old = body(until_on=date(2025, 12, 31))
    with pytest.raises(Refused, match="在该日不存在"):
        seated(old, deputy("秦二柱"))


def test_somebody_who_leaves_is_there_on_the_last_day_and_not_on_the_next(
    body, seated, deputy, clerk
):
    row = seated(body(), deputy("秦二柱"))
    actions.leave(membership=row, until_on=date(2026, 9, 30), reason="辞职被接受", by=clerk)
    assert names(row.body, date(2026, 9, 30)) == ["秦二柱"]
    assert names(row.body, date(2026, 10, 1)) == []
    (gone,) = seats.earlier(row.body, date(2026, 10, 1))
    assert gone.membership.reason == "辞职被接受"
    with pytest.raises(Refused, match="已经离任"):
        actions.leave(membership=row, until_on=date(2026, 10, 31), reason="又来", by=clerk)


def test_nobody_leaves_before_having_come(body, seated, deputy):
    row = seated(body(), deputy("秦二柱"))
    with pytest.raises(Refused, match="终止日期不能早于起始日期"):
        actions.leave(membership=row, until_on=date(2026, 6, 24), reason="错")


def test_another_office_ends_one_seat_and_begins_the_next(body, seated, deputy, clerk):
    row = seated(body(), deputy("秦二柱"), from_on=date(2026, 1, 19))
    new = actions.change_office(membership=row, office="head", from_on=DAY, by=clerk)
    old = Membership.objects.get(pk=row.pk)
    assert (old.until_on, old.reason) == (date(2026, 6, 24), "改任主任委员")
    assert (new.from_on, new.office_name, new.mandate) == (DAY, "主任委员", row.mandate)
    assert names(row.body) == ["秦二柱"]
    with pytest.raises(Refused, match="更正登记"):
        actions.change_office(membership=new, office="member", from_on=DAY, by=clerk)


def test_of_two_who_change_one_seat_the_later_is_told(body, seated, deputy, clerk):
    row = seated(body(), deputy("秦二柱"))
    leave = {"membership": row, "until_on": date(2026, 9, 30), "by": clerk}
    actions.leave(**leave, reason="辞职", seen=0)
    with pytest.raises(Stale):
        actions.leave(**{**leave, "until_on": date(2026, 8, 31)}, reason="调离", seen=0)
    assert Membership.objects.get(pk=row.pk).reason == "辞职"


def test_the_order_is_kept_within_the_same_office(body, seated, deputy, clerk):
    where = body()
    first, second = (seated(where, deputy(name)) for name in ("秦二柱", "乌仁托娅"))
    head = seated(where, deputy("刘麦霞"), "head")
    assert names(where) == ["刘麦霞", "秦二柱", "乌仁托娅"]
    places = {first.pk: 2, second.pk: 1, head.pk: 9}
    assert actions.reorder(body=where, places=places, by=clerk) == 3
    assert names(where) == ["刘麦霞", "乌仁托娅", "秦二柱"]
    assert actions.reorder(body=where, places=places, by=clerk) == 0


def test_an_order_names_only_members_of_that_body(body, seated, deputy, clerk, committee):
    chair = committee.memberships.get(person__name="贺川平")
    assert actions.reorder(body=body(), places={chair.pk: 99}, by=clerk) == 0


def test_a_correction_is_held_to_the_same_rules(committee, clerk):
    row = committee.memberships.get(person__name="其其格玛")
    with pytest.raises(Refused, match="贺川平"):
        actions.correct_seat(row, {"office": "chair"}, by=clerk)
    actions.correct_seat(row, {"from_on": date(2022, 1, 10)}, by=clerk, reason="写错")
    assert "其其格玛" not in names(committee, date(2022, 1, 9))


def test_seats_fall_with_the_mandate(committee, seated, deputy, body, clerk):
    mandate = deputy("秦二柱")
    seated(committee, mandate)
    later = seated(body(), mandate, from_on=date(2026, 12, 1))
    actions.fall_with_mandate(
        mandate=mandate, until_on=date(2026, 7, 31), reason="代表资格终止", by=clerk
    )
    assert "秦二柱" not in names(committee, date(2026, 8, 1))
    left = Membership.objects.get(body=committee, person=mandate.person)
    assert left.until_on == date(2026, 7, 31)
    assert not Membership.objects.filter(pk=later.pk).exists(), "it was still to come"
    assert Membership.objects.filter(person=mandate.person, until_on=None).count() == 0


def test_the_head_of_a_delegation_belongs_to_it(city, seated, deputy):
    there = city.bodies[CITY, "磴岭县代表团"]
    with pytest.raises(Refused, match="不是磴岭县代表团的代表"):
        seated(there, deputy("秦二柱"), "head")
    assert seated(there, deputy("仇满仓"), "head")
    assert seated(there, deputy("秦二柱"), "liaison"), "a liaison may be anybody"
