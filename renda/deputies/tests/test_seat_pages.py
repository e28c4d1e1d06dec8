"""Seating people through the pages: slates, what is wrong with them, and what stays typed."""

from datetime import date

import pytest

from renda.congress.actions import give_post
from renda.congress.roles import BodyKind, Role
from renda.deputies import actions
from renda.deputies.cast import CITY, DISTRICT, HOUSING
from renda.deputies.models import Membership, Person
from renda.deputies.tests.conftest import DAY
from renda.kernel.pages.keys import new_key
from renda.kernel.trail.models import Event
from tests.hostile.text import PIECES, escapes

pytestmark = pytest.mark.django_db


@pytest.fixture
def where(body):
    """An empty special committee, and the addresses of its acts."""
    found = body()
    found.url = f"/hewan/deputies/bodies/{found.pk}/"
    found.seat_url = f"{found.url}seat/people/"
    return found


def there(body):
    return list(
        Membership.objects.filter(body=body)
        .order_by("order")
        .values_list("person__name", flat=True)
    )


def shown(page):
    return page.content.decode()


def test_a_pasted_list_is_seated_in_its_order(where, send, browser):
    names = "乌仁托娅（女，蒙古族）、秦二柱\n那仁格日勒图"
    answer = send(where.seat_url, office="member", from_on="2026-06-25", names=names)
    assert answer.url == where.url
    assert there(where) == ["乌仁托娅", "秦二柱", "那仁格日勒图"]
    page = shown(browser.get(where.url))
    assert "已登记3人任职" in page and "（女，蒙古族）" in page


def test_ticked_and_named_people_sit_once(where, send, deputy):
    chosen = f"m{deputy('秦二柱').pk}"
    typed = {"names": "秦二柱", "chosen": [chosen], "office": "member", "from_on": "2026-06-25"}
    send(where.seat_url, **typed)
    assert there(where) == ["秦二柱"]


def test_a_name_that_nobody_has_is_said_and_what_was_typed_stays(where, send):
    page = send(where.seat_url, office="head", from_on="2026-06-25", names="秦二柱、查无此人")
    assert page.status_code == 422
    assert "没有查无此人" in shown(page) and "秦二柱、查无此人" in shown(page)
    assert there(where) == []


def test_two_of_one_name_are_asked_about(where, send, deputy):
    first = deputy("王伟", electoral_unit="前川旗")
    twin = actions.add_person(name="王伟", congress_id=first.congress_id)
    actions.add_deputy(person=twin, term=first.term, from_on=first.from_on, electoral_unit="五泉县")
    page = send(where.seat_url, office="member", from_on="2026-06-25", names="王伟")
    assert page.status_code == 422 and "王伟（前川旗）；王伟（五泉县）" in shown(page)
    send(where.seat_url, office="member", from_on="2026-06-25", names="王伟（五泉县）")
    assert Membership.objects.get(body=where).person == twin


def test_nobody_named_is_asked_for(where, send):
    page = send(where.seat_url, office="member", from_on="2026-06-25")
    assert page.status_code == 422 and "请至少填写一人" in shown(page)


def test_a_refusal_keeps_what_was_typed(where, send, seated, deputy):
    seated(where, deputy("秦二柱"), "head")
    page = send(where.seat_url, office="head", from_on="2026-06-25", names="乌仁托娅")
    assert page.status_code == 409
    assert "主任委员是秦二柱" in shown(page) and "乌仁托娅</textarea>" in shown(page)


def test_a_new_person_joins_only_when_it_is_meant(body, send):
    party = body(BodyKind.PARTY_GROUP, "机关党组")
    url = f"/hewan/deputies/bodies/{party.pk}/seat/people/"
    page = send(url, office="member", from_on="2026-06-25", names="谷雨田")
    assert page.status_code == 422 and "查无此人：谷雨田" in shown(page)
    send(url, office="member", from_on="2026-06-25", names="谷雨田", is_new="on")
    assert there(party) == ["谷雨田"]
    assert Event.objects.filter(action="deputies.add_person").latest("pk").actor_id is not None


def test_an_account_of_the_staff_becomes_a_person_and_gets_the_post(city, send):
    office = city.bodies[CITY, "代表工作委员会"]
    url = f"/hewan/deputies/bodies/{office.pk}/seat/people/"
    send(url, office="head", from_on="2026-06-25", names="韩赟")
    row = Membership.objects.get(body=office)
    assert row.person.user == city.users["韩赟"] and row.post.role == Role.COMMITTEE_HEAD
    assert Person.objects.filter(name="韩赟").count() == 1


def test_a_post_that_cannot_be_held_beside_the_seat_is_named(city, committee, send, browser):
    organ = city.bodies[CITY, HOUSING]
    give_post(user=city.users["乌仁托娅"], body=organ, role=Role.HANDLER, from_on=date(2026, 1, 1))
    url = f"/hewan/deputies/bodies/{committee.pk}/"
    send(f"{url}seat/people/", office="member", from_on="2026-06-25", names="乌仁托娅")
    page = shown(browser.get(url))
    assert f"仍在{HOUSING}任职" in page
    assert "同时担任不得兼任的职务" in page and "组织法47.3" in page, "it stays until it is mended"


def test_the_same_form_twice_seats_once(where, send):
    key, typed = new_key(), {"office": "member", "from_on": "2026-06-25", "names": "秦二柱"}
    first, second = (send(where.seat_url, key=key, **typed) for _n in range(2))
    assert first.url == second.url and there(where) == ["秦二柱"]


def test_the_same_name_in_two_forms_is_told_the_second_time(where, send):
    typed = {"office": "member", "from_on": "2026-06-25", "names": "秦二柱"}
    send(where.seat_url, **typed)
    page = send(where.seat_url, **typed)
    assert page.status_code == 409 and there(where) == ["秦二柱"]


def test_somebody_leaves_with_a_reason_and_stands_among_the_earlier_members(
    where, send, seated, deputy, browser
):
    row = seated(where, deputy("秦二柱"))
    url = f"/hewan/deputies/seats/{row.pk}/"
    assert "秦二柱离任" in shown(browser.get(f"{url}leave/"))
    missing = send(f"{url}leave/now/", until_on="2026-06-30")
    assert missing.status_code == 422
    send(f"{url}leave/now/", until_on="2026-06-30", reason="辞职被接受")
    page = shown(browser.get(where.url))
    assert "历任成员" in page and "辞职被接受" in page


def test_an_old_version_is_told_and_keeps_what_was_typed(where, send, seated, deputy):
    row = seated(where, deputy("秦二柱"))
    url = f"/hewan/deputies/seats/{row.pk}/leave/now/"
    page = send(url, version=7, until_on="2026-06-30", reason="辞职被接受")
    assert page.status_code == 409 and "辞职被接受" in shown(page)


def test_another_office_through_its_page(where, send, seated, deputy, browser):
    row = seated(where, deputy("秦二柱"), from_on=date(2026, 1, 19))
    url = f"/hewan/deputies/seats/{row.pk}/office/"
    assert 'value="member"' not in shown(browser.get(url)), "what one is already is no choice"
    send(f"{url}take/", office="head", from_on="2026-06-25")
    assert "秦二柱已改任主任委员" in shown(browser.get(where.url))


def test_the_order_is_set_by_numbers(where, send, seated, deputy):
    rows = [seated(where, deputy(name)) for name in ("秦二柱", "乌仁托娅")]
    places = {f"at-{row.pk}": str(9 - n) for n, row in enumerate(rows)}
    send(f"{where.url}order/set/", **places)
    assert there(where) == ["乌仁托娅", "秦二柱"]


def test_the_page_of_a_day_says_the_sentence(browser, city):
    base = Membership.objects.held_on(DAY).filter(body=city.bodies[CITY, "常委会"]).count()
    page = shown(browser.get(f"/hewan/deputies/day/?on=2026-06-25&present={base}&deputies=1"))
    assert f"现有常委会组成人员{base}人，出席本次会议{base}人，符合法定人数" in page
    assert "不符合法定人数" in page and "2026年6月25日" in page


def test_where_nobody_is_deputy_no_quorum_is_said(browser):
    assert "法定人数" not in shown(browser.get("/hewan/deputies/day/?on=2001-01-01"))


@pytest.mark.parametrize("asked", ["", "2026-02-30", "9999-12-31", "0001-01-01", "１２３", "\x00x"])
def test_any_day_that_is_asked_for_has_a_page(browser, asked):
    typed = {"on": asked, "present": asked, "deputies": "²", "by": asked}
    assert browser.get("/hewan/deputies/day/", typed).status_code == 200


def test_a_consultative_meeting_has_members_who_are_no_deputies(city, send, client):
    client.force_login(city.users["苗青禾"])
    typed = {"key": new_key(), "name": "北桥街道议政会", "order": "1"}
    answer = client.post("/linwan/registers/consultative/enter/", typed)
    assert answer.status_code == 302
    pk = int(answer.url.rstrip("/").rpartition("/")[2])
    typed = {"key": new_key(), "office": "head", "from_on": "2026-06-25", "names": "谷雨田"}
    answer = client.post(f"/linwan/deputies/bodies/{pk}/seat/people/", typed | {"is_new": "on"})
    assert answer.url == f"/linwan/registers/consultative/{pk}/"
    assert "召集人" in shown(client.get(answer.url)) and "谷雨田" in shown(client.get(answer.url))
    assert client.get(f"/linwan/deputies/bodies/{pk}/").status_code == 200
    assert send(f"/hewan/deputies/bodies/{pk}/seat/people/", names="x").status_code == 404
    assert city.congresses[DISTRICT].pk == Membership.objects.latest("pk").congress_id


def test_hostile_names_are_never_obeyed(body, send):
    party = body(BodyKind.PARTY_GROUP, "机关党组")
    url = f"/hewan/deputies/bodies/{party.pk}/seat/people/"
    for text in PIECES:
        typed = {"office": text, "from_on": text, "names": text, "is_new": "on", "chosen": text}
        page = send(url, **typed)
        assert page.status_code in (409, 422), text[:20]
        assert escapes(shown(page))
        page = send(url, office="member", from_on="2026-06-25", names=text, is_new="on")
        assert page.status_code in (302, 409, 422), text[:20]
    assert escapes(shown(send(url, office="member", from_on="2026-06-25", names="x" * 5000)))


def test_who_sits_in_a_body_stands_on_its_page_in_the_register_of_bodies(browser, committee, city):
    page = shown(browser.get(f"/hewan/registers/bodies/{committee.pk}/"))
    assert "现有成员" in page and "贺川平" in page and "登记任职" in page
    office = city.bodies[CITY, "办公室秘书科"]
    assert "现有成员" not in shown(browser.get(f"/hewan/registers/bodies/{office.pk}/"))
