"""Meetings number themselves, are named as the office writes them, and are missed."""

from datetime import date, datetime

import pytest
from django.utils.translation import override

from renda.congress.actions import open_term
from renda.congress.actions.sittings import hold_sitting
from renda.congress.models import Body, Sitting
from renda.congress.naming import sitting_name
from renda.congress.numbering import NUMBERING
from renda.congress.tests.pages import browser, read, send
from renda.kernel.moment import BEIJING, at
from renda.kernel.options.declaring import set_option
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.keeping import change, withdraw

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 25)
URL = "/hewan/registers/sittings/"
SECRETARY = "单禾"


@pytest.fixture
def body(city):
    """A body by its kind: the demo may call it otherwise."""
    kinds = {"常委会": "standing_committee", "主任会议": "council", "党组": "party_group"}

    def found(name, slug="hewan"):
        if name not in kinds:
            return city.bodies[slug, name]
        return Body.objects.get(congress=city.congresses[slug], kind=kinds[name])

    return found


def names(*sittings):
    with override("zh-hans"):
        return [sitting_name(s) for s in sittings]


def test_each_kind_is_named_in_its_own_way(body):
    held = [
        hold_sitting(body=body(*which), opens_on=DAY)
        for which in (("常委会",), ("主任会议",), ("党组",), ("主席团", "langwan"))
    ]
    held.append(hold_sitting(body=body("城乡建设环境资源委员会"), opens_on=DAY))
    assert names(*held) == [
        "市五届人大常委会第36次会议",
        "第61次主任会议",
        "党组2026年第6次会议",
        "狼湾镇第十九届人大主席团第4次会议",
        "城乡建设环境资源委员会第1次会议",
    ]
    with override("en"):
        assert sitting_name(held[2]) == "Party group, meeting 6 of 2026"


def test_a_year_begins_again_with_the_first_and_a_term_goes_on(body):
    new_year = date(2027, 1, 15)
    held = [hold_sitting(body=body(name), opens_on=new_year) for name in ("党组", "常委会")]
    assert [s.number for s in held] == [1, 36]


def test_a_new_term_begins_again_with_the_first(body, city):
    open_term(congress=city.congresses["hewan"], number=6, from_on=date(2026, 12, 28))
    held = hold_sitting(body=body("常委会"), opens_on=date(2027, 2, 1))
    assert names(held) == ["市六届人大常委会第1次会议"]


def test_a_place_that_numbers_in_the_year_is_named_so(body, city):
    key = NUMBERING["standing_committee"].key
    set_option(congress_id=city.congresses["hewan"].pk, key=key, value="year")
    assert names(hold_sitting(body=body("常委会"), opens_on=DAY)) == ["市人大常委会2026年第1次会议"]


def test_a_number_may_be_given_and_gaps_stay(body):
    hold_sitting(body=body("常委会"), opens_on=DAY, number=40)
    assert hold_sitting(body=body("常委会"), opens_on=DAY).number == 41
    assert hold_sitting(body=body("常委会"), opens_on=DAY, number=38).number == 38


def test_a_number_is_never_given_twice(body):
    with pytest.raises(Refused, match="已有这个次数"):
        hold_sitting(body=body("常委会"), opens_on=DAY, number=35)
    last = hold_sitting(body=body("常委会"), opens_on=DAY)
    withdraw(last, "congress.withdraw_sitting", by=None)
    with pytest.raises(Refused, match="不再使用"):
        hold_sitting(body=body("常委会"), opens_on=DAY, number=36)
    assert hold_sitting(body=body("常委会"), opens_on=DAY).number == 37


def test_outside_every_term_nothing_is_held(body):
    with pytest.raises(Refused, match="不在任何一届"):
        hold_sitting(body=body("常委会"), opens_on=date(2020, 1, 1))


def test_an_office_holds_no_numbered_meetings(body):
    with pytest.raises(Refused, match="不编次数"):
        hold_sitting(body=body("办公室秘书科"), opens_on=DAY)


def test_a_standing_committee_that_the_law_does_not_know_does_not_meet(city):
    town = city.congresses["langwan"]
    wrong = Body.objects.create(congress=town, kind="standing_committee", name="常委会")
    with pytest.raises(Refused, match="组织法46"):
        hold_sitting(body=wrong, opens_on=DAY)


@pytest.fixture
def secretary(city):
    return browser(city, SECRETARY)


def test_the_meetings_office_enters_one_and_the_number_comes_by_itself(secretary, body):
    typed = {"body": body("常委会").pk, "opens_on": "2026-11-25", "closes_on": "2026-11-26"}
    page = send(secretary, f"{URL}enter/", **typed)
    row = Sitting.objects.get(number=36)
    assert page.url == f"{URL}{row.pk}/"
    assert "市五届人大常委会第36次会议" in read(secretary, URL)


def test_a_meeting_does_not_close_before_it_opens(secretary, body):
    typed = {"body": body("常委会").pk, "opens_on": "2026-11-25", "closes_on": "2026-11-24"}
    page = send(secretary, f"{URL}enter/", **typed, number=0)
    assert page.status_code == 422 and "不能早于开会日期" in page.content.decode()


def test_a_used_number_is_refused_and_what_was_typed_stays(secretary, body):
    typed = {"body": body("常委会").pk, "opens_on": "2026-11-25", "number": 35}
    page = send(secretary, f"{URL}enter/", **typed)
    assert page.status_code == 409 and 'value="2026-11-25"' in page.content.decode()


def test_a_day_and_a_number_are_mended(secretary, body):
    row = hold_sitting(body=body("党组"), opens_on=DAY)
    assert 'name="body"' not in read(secretary, f"{URL}{row.pk}/edit/")
    typed = {"opens_on": "2025-12-30", "number": 6, "version": row.version, "why": "日期写错"}
    assert send(secretary, f"{URL}{row.pk}/change/", **typed).status_code == 302
    row.refresh_from_db()
    assert (row.year, row.number) == (2025, 6), "it went to the year before"
    typed |= {"opens_on": "2026-12-01", "number": 5, "version": row.version}
    page = send(secretary, f"{URL}{row.pk}/change/", **typed)
    assert page.status_code == 409, "the fifth of 2026 is another"
    assert send(secretary, f"{URL}{row.pk}/change/", **typed | {"version": 0}).status_code == 409


def test_after_two_months_without_a_meeting_the_pages_say_so(city):
    said = "每两个月至少举行一次"
    with at(datetime(2026, 12, 30, 9, tzinfo=BEIJING)):
        assert said not in read(browser(city, SECRETARY), URL), "two months end on the 30th"
    with at(datetime(2026, 12, 31, 9, tzinfo=BEIJING)):
        secretary = browser(city, SECRETARY)
        assert said in read(secretary, URL)
        own = city.congresses["hewan"].pk
        assert said in read(secretary, f"/hewan/registers/congresses/{own}/")
        assert said not in read(browser(city, "刘麦霞"), "/langwan/registers/sittings/")


def test_a_withdrawn_meeting_is_no_meeting(city, secretary):
    for row in Sitting.objects.filter(body__kind="standing_committee", number__gte=34):
        withdraw(row, "congress.withdraw_sitting", by=None)
    with at(datetime(2026, 11, 26, 9, tzinfo=BEIJING)):
        assert "每两个月至少举行一次" in read(secretary, URL)


def test_a_change_of_days_alone_keeps_the_number(body):
    row = hold_sitting(body=body("常委会"), opens_on=DAY)
    change(row, "congress.change_sitting", by=None, values={"closes_on": DAY})
    assert row.number == 36
