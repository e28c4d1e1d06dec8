"""Delegations: who belongs to them, how they are split, and moving deputies."""

from datetime import date

import pytest

from renda.congress.models import Body
from renda.deputies import actions
from renda.deputies.cast import CITY, DISTRICT
from renda.deputies.models import Mandate
from renda.deputies.splits import free_deputies, split_of, splits_of
from renda.deputies.tests.conftest import DAY
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.history import history_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def wuquan(city):
    """五泉县代表团."""
    return city.bodies[CITY, "五泉县代表团"]


def test_a_delegation_is_split_by_sex_ethnic_group_and_how_they_were_elected(wuquan, deputy):
    before = split_of(wuquan, DAY)
    new = deputy("谷雨田", beginning="by_election", delegation=wuquan)
    new.person.sex, new.person.nationality = "female", "蒙古族"
    new.person.save()
    after = split_of(wuquan, DAY)
    assert after.total == before.total + 1
    assert (after.women, after.minority, after.by_election) == (
        before.women + 1,
        before.minority + 1,
        before.by_election + 1,
    )
    assert dict(after.ethnic_groups)["蒙古族"] == dict(before.ethnic_groups).get("蒙古族", 0) + 1


def test_all_delegations_together_are_all_deputies(city):
    here = city.congresses[CITY]
    bodies = [b for b in city.bodies.values() if b.kind == "delegation"]
    *splits, every = splits_of(here, bodies, DAY)
    assert sum(split.total for split in splits) == every.total
    assert every.total == Mandate.objects.held_on(DAY).filter(congress=here).count()


def test_who_has_no_delegation_is_pointed_to_the_one_of_the_electoral_unit(wuquan, deputy):
    new = deputy("谷雨田", electoral_unit="五泉县")
    lost = deputy("安小雪", electoral_unit="别处")
    assert free_deputies([new, lost], [wuquan]) == [(new, wuquan.pk), (lost, None)]


def test_a_move_stands_in_the_history_of_the_mandate(wuquan, deputy, clerk):
    mandate = deputy("乌仁托娅")
    moved = actions.place_deputies(places={mandate.pk: wuquan}, reason="工作调整", by=clerk)
    assert moved == 1
    entry = history_of(Mandate.objects.get(pk=mandate.pk))[0]
    assert (entry.lines[0].before, entry.lines[0].after) == ("前川旗代表团", "五泉县代表团")
    assert entry.reason == "工作调整"
    assert actions.place_deputies(places={mandate.pk: wuquan}, by=clerk) == 0


def test_whoever_leads_a_delegation_does_not_leave_it(city, wuquan, clerk):
    led = city.bodies[CITY, "临湾区代表团"]
    head = led.memberships.get(office="head").mandate
    with pytest.raises(Refused, match="团长"):
        actions.place_deputies(places={head.pk: wuquan}, by=clerk)


def test_deputies_are_moved_through_the_page(wuquan, send, browser):
    url = f"/hewan/deputies/delegations/{wuquan.pk}/move/"
    assert browser.get(url).status_code == 200
    answer = send(f"{url}here/", names="乌仁托娅、那仁格日勒图", reason="工作调整")
    assert answer.url == f"/hewan/registers/delegations/{wuquan.pk}/"
    page = browser.get(answer.url).content.decode()
    assert "已调整2名代表" in page and "乌仁托娅" in page
    assert send(f"{url}here/", names="查无此人").status_code == 422


def test_free_deputies_are_put_where_the_operator_chose(wuquan, deputy, send, browser):
    new, other = deputy("谷雨田"), deputy("安小雪")
    page = browser.get("/hewan/deputies/delegations/").content.decode()
    assert f'<option value="{wuquan.pk}" selected>' in page
    typed = {f"to-{new.pk}": wuquan.pk, f"to-{other.pk}": "", "to-987654321": wuquan.pk}
    send("/hewan/deputies/delegations/place/", **typed)
    assert Mandate.objects.get(pk=new.pk).delegation == wuquan
    assert Mandate.objects.get(pk=other.pk).delegation is None
    wrong = send("/hewan/deputies/delegations/place/", **{f"to-{other.pk}": "'; DROP TABLE"})
    assert wrong.status_code == 409


def test_a_delegation_is_entered_and_one_with_deputies_is_not_withdrawn(send, wuquan):
    answer = send("/hewan/registers/delegations/enter/", name="解放军代表团", order=108)
    made = Body.objects.get(name="解放军代表团")
    assert answer.url.endswith(f"/delegations/{made.pk}/") and made.kind == "delegation"
    url = f"/hewan/registers/delegations/{wuquan.pk}/withdraw/"
    assert send(url, version=wuquan.version).status_code == 409
    wrong = {"name": "倒着", "order": 1, "from_on": "2026-02-01", "until_on": "2026-01-01"}
    assert send("/hewan/registers/delegations/enter/", **wrong).status_code == 422


def test_a_deputy_who_has_left_is_in_no_delegation(wuquan, deputy):
    mandate = deputy("秦二柱")
    before = split_of(wuquan, DAY).total
    mandate.until_on = date(2026, 6, 24)
    mandate.save()
    assert split_of(wuquan, DAY).total == before - 1


def test_a_delegation_of_another_congress_is_not_there(city, browser, wuquan, client):
    client.force_login(city.users["苗青禾"])
    assert client.get(f"/linwan/registers/delegations/{wuquan.pk}/").status_code == 404
    assert city.congresses[DISTRICT].slug == "linwan"
    assert browser.get("/linwan/deputies/delegations/").status_code == 403
