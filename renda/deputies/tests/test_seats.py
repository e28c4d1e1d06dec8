"""Who sits where on a day: computed from the dated seats, for any day."""

from datetime import date

import pytest
from django.utils import translation

from renda.congress.actions import give_post
from renda.congress.models import Body
from renda.congress.roles import BodyKind, OrganKind, Role
from renda.deputies import actions, seats
from renda.deputies.cast import CITY, DISTRICT, HOUSING, TOWN
from renda.deputies.models import Mandate, Person
from renda.deputies.naming import marks_of
from renda.deputies.sheets import day_sheet
from renda.deputies.tests.conftest import DAY

pytestmark = pytest.mark.django_db


def test_the_standing_committee_of_a_past_and_of_a_future_day(city, committee):
    gone = committee.memberships.exclude(until_on=None).get()
    here, before = city.congresses[CITY], gone.until_on
    assert gone.person.name in [s.name for s in seats.standing_committee(here, before)]
    later = [s.name for s in seats.standing_committee(here, date(2027, 6, 1))]
    assert gone.person.name not in later and later[0] == "贺川平"
    assert seats.standing_committee(here, date(2021, 12, 19)) == []


def test_the_council_is_derived_from_the_standing_committee(city):
    found = seats.council(city.congresses[CITY], DAY)
    assert [s.office for s in found.seats] == ["主任", "副主任", "秘书长"]
    assert found.is_derived


def test_a_county_council_has_no_secretary_general(city, clerk):
    here = city.congresses[DISTRICT]
    people = [
        actions.add_deputy(
            person=actions.add_person(name=name, congress_id=here.pk),
            term=city.terms[DISTRICT],
            from_on=date(2021, 12, 20),
        )
        for name in ("谷雨田", "安小雪")
    ]
    there = city.bodies[DISTRICT, "常委会"]
    for mandate, office in zip(people, ("chair", "member"), strict=True):
        actions.seat(body=there, person=mandate.person, office=office, from_on=DAY, by=clerk)
    assert [s.name for s in seats.council(here, DAY).seats] == ["谷雨田"]


def test_a_council_with_a_roster_of_its_own_is_that(city, seated, deputy):
    seated(city.bodies[CITY, "主任会议"], deputy("贺川平"), "chair")
    found = seats.council(city.congresses[CITY], DAY)
    assert [s.name for s in found.seats] == ["贺川平"] and not found.is_derived


def test_a_list_by_strokes_follows_the_number_of_the_deputy(body, seated, deputy):
    where = body()
    for name, order in (("丁一", 3), ("万二", 1), ("马三", 2)):
        seated(where, deputy(name, order=order))
    there = seats.members_on(where, DAY)
    assert [s.name for s in there] == ["丁一", "万二", "马三"]
    assert [s.name for s in seats.by_strokes(there)] == ["万二", "马三", "丁一"]


@pytest.mark.parametrize(
    ("sex", "group", "marks"),
    [
        ("female", "蒙古族", "（女，蒙古族）"),
        ("female", "汉族", "（女）"),
        ("male", "回族", "（回族）"),
        ("male", "汉族", ""),
        ("", "", ""),
    ],
)
def test_what_stands_behind_a_name(sex, group, marks):
    with translation.override("zh-hans"):
        assert marks_of(Person(name="某人", sex=sex, nationality=group)) == marks


def test_a_post_in_the_administration_is_named_beside_the_seat(city, committee, seated, deputy):
    seat = seats.Seat(seated(committee, deputy("乌仁托娅")))
    organ = city.bodies[CITY, HOUSING]
    user = city.users["乌仁托娅"]
    give_post(user=user, body=organ, role=Role.HANDLER, from_on=date(2026, 1, 1))
    ((warned, posts),) = seats.incompatible([seat], DAY)
    assert warned is seat and [post.body for post in posts] == [organ]
    Body.objects.filter(pk=organ.pk).update(organ_kind=OrganKind.PARTY)
    assert seats.incompatible([seat], DAY) == [], "a Party department is no administration"


def test_members_of_a_township_presidium_may_hold_posts_its_chairperson_not(city):
    there = seats.members_on(city.bodies[TOWN, "主席团"], DAY)
    organ = city.bodies[TOWN, "狼湾镇人民政府"]
    give_post(user=city.users["刘麦霞"], body=organ, role=Role.HANDLER, from_on=DAY)
    assert [seat.name for seat, _posts in seats.incompatible(there, DAY)] == ["刘麦霞"]


def test_a_seat_without_its_mandate_is_found_but_not_at_the_end_of_a_term(
    committee, seated, deputy
):
    seat = seats.Seat(seated(committee, deputy("乌仁托娅")))
    mandate = seat.membership.mandate
    mandate.until_on, mandate.end_ground = date(2026, 7, 31), "resigned"
    assert seats.without_mandate([seat], date(2026, 7, 31)) == []
    assert seats.without_mandate([seat], date(2026, 8, 1)) == [seat]
    mandate.end_ground = "term_over"
    assert seats.without_mandate([seat], date(2026, 8, 1)) == []


def test_the_sheet_of_a_day_holds_numbers_and_vacancies(city):
    here = city.congresses[CITY]
    here.fixed_deputies, here.fixed_committee = 15, 9
    sheet = day_sheet(here, DAY)
    held = Mandate.objects.held_on(DAY).filter(congress=here).count()
    assert sheet.deputies == held and sheet.vacant_seats == 15 - held
    assert sheet.sections[0].count == seats.headcount(seats.standing_committee(here, DAY))
    assert sheet.vacant_in_committee == 9 - sheet.sections[0].count
    assert [s.body.kind for s in sheet.sections][:2] == [
        BodyKind.STANDING_COMMITTEE,
        BodyKind.COUNCIL,
    ]
    assert sum(led.deputies for led in sheet.delegations) == held


def test_the_sheet_of_a_township_begins_with_its_presidium(city):
    town = city.congresses[TOWN]
    town.fixed_deputies = None
    sheet = day_sheet(town, DAY)
    assert [s.body.name for s in sheet.sections] == ["主席团"]
    assert sheet.vacant_seats is None, "nobody has entered how many there should be"
