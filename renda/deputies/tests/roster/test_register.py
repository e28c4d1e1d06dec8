"""The register of deputies through its pages: entering, asking who it is, changing, finding."""

from datetime import date, timedelta

import pytest
from django.utils.html import strip_tags

from renda.accounts.actions import create_user
from renda.congress.actions import give_post
from renda.congress.models import Body
from renda.deputies.actions import add_deputy
from renda.deputies.models import ElectoralUnit, Mandate, Person, PersonChange, QualificationCase
from renda.deputies.naming import born_words, kept_name, listed_name
from renda.deputies.tests.roster.conftest import Hand
from renda.kernel.permits.refusal import Refused
from tests.qualifying import Qualification, committee

pytestmark = pytest.mark.django_db
URL = "/hewan/registers/deputies/"


@pytest.fixture
def typed(city):
    """What a clerk types for a new deputy."""
    return {
        "name": "高　昇",
        "sex": "male",
        "born": "1984年2月",
        "nationality": "汉族",
        "work": "河湾灌区管理所工程师",
        "mobile": "139 1234 5678",
        "term": city.terms["hewan"].pk,
        "unit": city.units["hewan", "五泉县"].pk,
        "order": 1001,
    }


def entered(page):
    assert page.status_code == 302, page.content.decode()[:3000]
    return Mandate.objects.get(pk=int(page.url.rstrip("/").rpartition("/")[2]))


def test_a_deputy_is_entered_with_the_person_and_begins_with_the_term(clerk, typed, city):
    seat = entered(clerk.send(f"{URL}enter/", **typed))
    assert (seat.person.name, seat.person.born) == ("高昇", "1984-02")
    assert seat.person.mobile == "13912345678" and seat.from_on == city.terms["hewan"].from_on
    shown = clerk.see(f"{URL}{seat.pk}/")
    assert "尾号 5678" in shown and "13912345678" not in shown
    assert "1984年2月" in shown
    assert "高　昇" in clerk.see(f"{URL}?q=灌区")


def test_somebody_known_is_asked_about_and_never_decided(clerk, typed, city):
    known = city.mandates["langwan", "刘麦霞"].person
    add = {**typed, "name": "刘麦霞", "born": "1977-05-03", "mobile": ""}
    add["term"] = city.terms["linwan"].pk
    where = "/linwan/registers/deputies/enter/"

    office = Hand(city.users["苗青禾"])
    add.pop("unit")
    page = office.send(where, **add)
    text = page.content.decode()
    assert page.status_code == 422
    assert "狼湾镇人大" in text and "登记为新的人" in text and "河湾灌区" in text
    same = entered(office.send(where, **add, same=known.pk))
    assert same.person == known
    known.refresh_from_db()
    assert known.work == "临湾区狼湾镇人大主席", "it waits for the others"
    assert PersonChange.objects.get(person=known).values["work"] == "河湾灌区管理所工程师"


def test_another_person_of_the_same_name_has_an_entry_of_their_own(clerk, typed, city):
    known = city.mandates["langwan", "刘麦霞"].person
    add = {**typed, "name": "刘麦霞", "born": known.born}
    assert clerk.send(f"{URL}enter/", **add).status_code == 422
    assert entered(clerk.send(f"{URL}enter/", **add, same="another")).person != known


def test_the_same_mobile_number_asks_too(clerk, typed):
    entered(clerk.send(f"{URL}enter/", **typed))
    again = clerk.send(f"{URL}enter/", **{**typed, "name": "高升"})
    assert again.status_code == 422 and "高昇" in again.content.decode()


def test_nobody_sits_in_two_unrelated_regions_without_a_question(typed, city):

    office = create_user(username="wuquan", name="五泉代表工委", password_hash="!")
    body = city.bodies["wuquan", "代表工作委员会"]
    give_post(user=office, body=body, role="deputies_office", from_on=date(2021, 12, 20))
    known = city.mandates["zhongchuan", "那仁格日勒图"].person
    add = {**typed, "name": known.name, "born": known.born, "mobile": "", "same": known.pk}
    add |= {"term": city.terms["wuquan"].pk, "unit": ""}
    where, hand = "/wuquan/registers/deputies/enter/", Hand(office)
    page = hand.send(where, **add)
    assert page.status_code == 422
    assert "选举法48" in page.content.decode() and "中川旗人大" in page.content.decode()
    assert entered(hand.send(where, **add, is_aware="on")).person == known


def test_a_number_of_the_office_is_given_once(clerk, typed):
    entered(clerk.send(f"{URL}enter/", **typed, code="018"))
    other = {**typed, "name": "别人", "born": "1950-01", "mobile": "", "code": "018"}
    page = clerk.send(f"{URL}enter/", **other)
    assert page.status_code == 422 and "已使用这个代表编号" in page.content.decode()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("born", "八十年代", "年月"),
        ("born", "2084-13", "年月"),
        ("mobile", "12345", "手机号码"),
        ("from_on", "1999-01-01", "不在"),
        ("name", "", "必填"),
    ],
)
def test_what_is_wrong_is_told_beside_the_field_and_kept(clerk, typed, field, value, said):
    page = clerk.send(f"{URL}enter/", **{**typed, field: value})
    text = page.content.decode()
    assert page.status_code == 422 and "河湾灌区管理所工程师" in text
    assert said in text or field == "name"
    assert not Person.objects.filter(name="高昇").exists()


def test_hostile_text_is_only_text(clerk, typed):
    name = "<b>甲</b>'\"﷽\u202e\x00"
    seat = entered(clerk.send(f"{URL}enter/", **{**typed, "name": name, "work": "=cmd|'/c'!A1"}))
    assert "\u202e" not in seat.person.name
    assert "<b>甲</b>" not in clerk.see(f"{URL}{seat.pk}/")


def change(clerk, seat, typed, **new):
    seat = Mandate.objects.get(pk=seat.pk)
    person = seat.person
    own = {"name": person.name, "sex": person.sex, "born": person.born, "work": person.work}
    own |= {"nationality": person.nationality, "native_place": person.native_place}
    own |= {"party": person.party, "education": person.education, "expertise": person.expertise}
    own |= {"person_seen": person.version, "term": seat.term_id, "unit": seat.unit_id or ""}
    own |= {"category": seat.category, "beginning": seat.beginning, "order": seat.order}
    own |= {"from_on": seat.from_on or "", "trained_on": seat.trained_on or ""}
    own["job"] = seat.person.job
    own |= {"delegation": seat.delegation_id or "", "electoral_unit": seat.electoral_unit}
    return clerk.send(f"{URL}{seat.pk}/change/", seat.version, **{**own, **new})


def test_the_own_seat_changes_at_once_and_a_shared_persons_data_wait(clerk, typed, city):
    seat = city.mandates["hewan", "那仁格日勒图"]
    page = change(clerk, seat, typed, work="中川旗第二中学校长", category="教师", why="职务变动")
    assert page.status_code == 302, page.content.decode()
    seat = Mandate.objects.get(pk=seat.pk)
    assert seat.category == "教师" and seat.person.work == "中川旗第二中学副校长"
    assert "待以下人大答复：中川旗人大" in clerk.see(f"{URL}{seat.pk}/")
    assert PersonChange.objects.get().values == {"work": "中川旗第二中学校长"}


def test_nobody_is_trained_before_being_elected(clerk, typed, city):
    seat = city.mandates["hewan", "那仁格日勒图"]
    page = change(clerk, seat, typed, trained_on=seat.term.from_on - timedelta(days=121))
    assert page.status_code == 422 and "这一天早于代表当选" in page.content.decode()


def test_the_data_of_a_deputy_of_this_congress_only_change_at_once(clerk, typed, city):
    seat = city.mandates["hewan", "秦二柱"]
    page = change(clerk, seat, typed, work="种粮合作社理事长", mobile="13911112222")
    assert page.status_code == 302
    person = Person.objects.get(pk=seat.person_id)
    assert (person.work, person.mobile) == ("种粮合作社理事长", "13911112222")
    shown = clerk.see(f"{URL}{seat.pk}/")
    assert "种粮大户" in shown and "13911112222" not in shown


def test_of_two_clerks_the_later_is_told(clerk, typed, city):
    seat = city.mandates["hewan", "秦二柱"]
    seen = Person.objects.get(pk=seat.person_id).version
    assert change(clerk, seat, typed, work="甲").status_code == 302
    late = change(clerk, seat, typed, work="乙", person_seen=seen)
    assert late.status_code == 409 and "乙" in late.content.decode()
    assert change(clerk, seat, typed).status_code == 409, "nothing was changed"


def test_who_is_elected_in_a_by_election_waits_with_a_case(clerk, typed, city):
    committee(city)
    seat = entered(clerk.send(f"{URL}enter/", **typed, beginning="by_election"))
    assert seat.from_on is None and seat.cases.get().kind == "confirm"
    assert "待确认" in clerk.see(f"{URL}?show=awaiting")
    assert "没有查到" in clerk.see("/hewan/deputies/?q=高昇")
    assert clerk.client.get(f"/hewan/deputies/{seat.pk}/").status_code == 404


def test_without_a_committee_a_by_election_is_refused_and_nothing_is_half_done(clerk, typed):
    Body.objects.filter(kind="qualification").update(is_void=True)
    page = clerk.send(f"{URL}enter/", **typed, beginning="by_election")
    assert page.status_code == 409 and "资格审查委员会" in page.content.decode()
    assert not Person.objects.filter(name="高昇").exists()


def shown(clerk, chip):
    return strip_tags(clerk.see(f"{URL}?show={chip}").partition("<tbody")[2])


def test_each_saved_filter_finds_whom_it_names(clerk, typed, city):
    new = entered(clerk.send(f"{URL}enter/", **typed, beginning="new"))
    assert "高　昇" in shown(clerk, "untrained") and "高　昇" in shown(clerk, "delegation")
    assert "高　昇" in shown(clerk, "account") and "高　昇" not in shown(clerk, "mobile")
    assert "秦二柱" in shown(clerk, "mobile") and "高　昇" in shown(clerk, "certificate")
    Mandate.objects.filter(pk=new.pk).update(trained_on=date(2026, 3, 1))
    assert "高　昇" not in shown(clerk, "untrained")
    Qualification(city, deputy="秦二柱", kind="suspend", ground="detained").announced()
    Qualification(city, deputy="刘麦霞", ground="resigned").announced()
    assert "秦二柱" in shown(clerk, "suspended") and "秦二柱" not in shown(clerk, "office")
    assert "刘麦霞" in shown(clerk, "ended") and "辞职" in shown(clerk, "ended")


def test_what_stands_in_a_list_is_the_name_as_the_office_writes_it():
    woman = Person(name="单禾", sex="female", nationality="蒙古族")
    assert listed_name(woman) == "单　禾（女，蒙古族）"
    assert listed_name(woman, is_full=False) == "单　禾"
    assert (
        listed_name(Person(name="那仁格日勒图", sex="male", nationality="汉族")) == "那仁格日勒图"
    )
    assert listed_name(Person(name="㺿赟", sex="male")) == "㺿　赟"
    assert kept_name(" 单　禾 ") == "单禾" and kept_name("𠮷 喆玥") == "𠮷喆玥"
    assert kept_name("John Smith") == "John Smith"
    assert [born_words(b) for b in ("1987", "1987-05", "1987-05-01", "")] == [
        "1987年",
        "1987年5月",
        "1987年5月1日",
        "",
    ]


def test_a_unit_shows_its_deputies_and_its_vacant_seats(clerk, city):
    unit = city.units["hewan", "五泉县"]
    ElectoralUnit.objects.filter(pk=unit.pk).update(seats=4)
    url = f"/hewan/registers/units/{unit.pk}/"
    text = clerk.see(url)
    assert "秦二柱" in text and "出缺" in text and "beginning=by_election" in text
    Qualification(city, deputy="秦二柱").announced()
    assert "秦二柱" not in clerk.see(url)


def test_a_constituency_elects_one_to_three(city):

    chair = Hand(city.users["刘麦霞"])
    typed = {"term": city.terms["langwan"].pk, "kind": "constituency", "name": "第四选区"}
    url = "/langwan/registers/units/enter/"
    assert chair.send(url, **typed, seats=4).status_code == 422
    assert chair.send(url, **typed, seats=3).status_code == 302
    assert chair.send(url, **typed, seats=3).status_code == 422, "the name is taken"


def test_the_lower_congress_has_a_list_of_the_deputies_it_elected(city):

    office = Hand(city.users["苗青禾"])
    text = office.see("/linwan/deputies/above/")
    assert "刘麦霞" in text and "河湾市人大" in text and "秦二柱" not in text


def test_a_mandate_that_others_stand_on_is_not_withdrawn(clerk, city):
    seat = Qualification(city, deputy="秦二柱").mandate
    page = clerk.send(f"{URL}{seat.pk}/withdraw/", Mandate.objects.get(pk=seat.pk).version)
    assert page.status_code == 409
    assert QualificationCase.objects.count() == 1


def test_one_person_sits_once_in_a_term(city):
    with pytest.raises(Refused):
        add_deputy(
            person=city.mandates["hewan", "秦二柱"].person,
            term=city.terms["hewan"],
            from_on=date(2021, 12, 20),
        )
