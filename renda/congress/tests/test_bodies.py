"""Bodies as a tree in official order: kinds by power, renaming, ending, moving, undoing."""

from datetime import date, timedelta

import pytest

from renda.congress.models import Body, BodyPast, Counterpart, Post
from renda.congress.powers import body_lacking
from renda.congress.queries import body_name_on
from renda.congress.renaming import end_body, move_body, neighbours, rename_body
from renda.congress.roles import BodyKind
from renda.deputies.cast import CITY, HOUSING, TOWN
from renda.kernel.moment import today
from renda.kernel.permits.refusal import Refused, Stale
from renda.kernel.registers.history import history_of
from renda.kernel.registers.undoing import undo
from tests.life import Life

pytestmark = pytest.mark.django_db
BODIES, ORGANS = "/hewan/registers/bodies/", "/hewan/registers/organs/"
YESTERDAY = timedelta(days=1)


def taken_back(row, clerk):
    """Undo what the newest entry of its history did."""
    row.refresh_from_db()
    newest = next(entry for entry in history_of(row) if entry.can_undo)
    undo(row, newest.event.seq, congress_id=row.congress_id, by=clerk)
    row.refresh_from_db()


def test_a_township_has_no_standing_committee(city):
    town, county = city.congresses[TOWN], city.congresses[CITY]
    assert "组织法46" in body_lacking(town, BodyKind.STANDING_COMMITTEE)
    assert "组织法46" in body_lacking(town, BodyKind.WORKING_COMMITTEE)
    assert "组织法33" in body_lacking(town, BodyKind.COMMITTEE)
    assert body_lacking(town, BodyKind.PRESIDIUM) == body_lacking(town, BodyKind.OFFICE) == ""
    assert body_lacking(county, BodyKind.STANDING_COMMITTEE) == ""


def test_a_dispatched_committee_has_neither_sessions_nor_what_comes_of_them(city):
    league = city.congresses[CITY]
    league.is_dispatched = True
    for kind in (BodyKind.DELEGATION, BodyKind.PRESIDIUM, BodyKind.STANDING_COMMITTEE):
        assert "组织法59" in body_lacking(league, kind)
    for kind in (BodyKind.OFFICE, BodyKind.CONSULTATIVE, BodyKind.DISPATCHED):
        assert body_lacking(league, kind) == ""


def test_a_kind_beyond_the_powers_is_refused_with_the_article(city, client):
    client.force_login(city.users["刘麦霞"])
    page = client.get("/langwan/registers/bodies/new/")
    offered = page.content.decode().partition('name="kind"')[2].partition("</select>")[0]
    assert 'value="presidium"' in offered and 'value="standing_committee"' not in offered
    from renda.kernel.pages.keys import new_key

    typed = {"key": new_key(), "kind": "standing_committee", "name": "常务委员会"}
    refused = client.post("/langwan/registers/bodies/enter/", typed)
    assert refused.status_code == 422
    assert "组织法46" in refused.content.decode()


def test_what_the_congress_has_is_listed_as_a_tree(browser, send, city):
    office = city.bodies[CITY, "信息中心"]
    send(f"{BODIES}enter/", kind="section", name="网络科", parent=office.pk)
    page = browser.get(BODIES).content.decode()
    assert page.index("信息中心") < page.index("网络科") < page.index("临湾区代表团")
    assert 'class="title deep-1"><a href="/hewan/registers/bodies/' in page


def test_a_body_is_never_below_itself(send, city, new_organ):
    office = city.bodies[CITY, "信息中心"]
    section = new_organ("网络科", BodyKind.SECTION, parent=office)
    group = new_organ("运维组", BodyKind.OFFICE, parent=section)
    wrong = send(
        f"{BODIES}{office.pk}/change/", kind="office", name="信息中心", parent=group.pk, order=4
    )
    assert wrong.status_code == 422
    office.refresh_from_db()
    assert office.parent is None


def test_sections_of_organs_stand_at_the_organ_not_among_the_bodies(browser, housing, new_organ):
    new_organ("城市照明科", BodyKind.SECTION, parent=housing)
    assert "城市照明科" not in browser.get(BODIES).content.decode()
    assert "城市照明科" in browser.get(f"{BODIES}?q=照明").content.decode()
    assert "城市照明科" in browser.get(f"{ORGANS}{housing.pk}/").content.decode()


def test_a_renamed_body_keeps_its_row_and_its_old_name(housing, clerk):
    rename_body(body=housing, name="市住房和城市更新局", on=date(2026, 3, 2), by=clerk)
    assert housing.name == "市住房和城市更新局"
    assert body_name_on(housing, date(2026, 3, 1)) == HOUSING
    assert body_name_on(housing, date(2026, 3, 2)) == "市住房和城市更新局"
    rename_body(body=housing, name="市住房局", on=date(2026, 9, 1), by=clerk)
    assert body_name_on(housing, date(2025, 1, 1)) == HOUSING
    assert body_name_on(housing, date(2026, 8, 31)) == "市住房和城市更新局"


def test_a_renaming_is_undone_with_the_old_name(housing, clerk):
    rename_body(body=housing, name="市住房局", on=date(2026, 3, 2), by=clerk)
    taken_back(housing, clerk)
    assert housing.name == HOUSING
    assert not BodyPast.objects.filter(body=housing).exists()
    assert body_name_on(housing, date(2025, 1, 1)) == HOUSING


@pytest.mark.parametrize("name", [HOUSING, f" {HOUSING} "])
def test_the_same_name_is_no_renaming(housing, clerk, name):
    with pytest.raises(Refused, match="现在就是"):
        rename_body(body=housing, name=name, on=today(), by=clerk)


def test_no_renaming_before_an_earlier_one_nor_on_a_day_to_come(housing, clerk):
    rename_body(body=housing, name="市住房局", on=date(2026, 9, 1), by=clerk)
    with pytest.raises(Refused, match="已经更过名"):
        rename_body(body=housing, name="市房屋局", on=date(2026, 3, 2), by=clerk)
    with pytest.raises(Refused, match="以后登记"):
        rename_body(body=housing, name="市房屋局", on=today() + YESTERDAY, by=clerk)


def test_of_two_who_rename_at_once_the_later_is_told_and_keeps_what_was_typed(send, housing, clerk):
    seen = housing.version
    rename_body(body=housing, name="市住房局", on=date(2026, 3, 2), by=clerk)
    url = f"{BODIES}{housing.pk}/renamed/"
    page = send(url, version=seen, name="市房屋局", on="2026-03-02")
    assert page.status_code == 409
    assert 'value="市房屋局"' in page.content.decode()
    with pytest.raises(Stale):
        rename_body(body=housing, name="市房屋局", on=today(), seen=seen, by=clerk)


def test_closed_matters_keep_the_old_name_and_open_ones_bear_the_new(browser, city, housing, clerk):
    closed, opened = Life(city).published().fresh(), Life(city).assigned().fresh()
    rename_body(body=housing, name="市住房局", on=today(), by=clerk)
    for row in (closed, opened):  # judged yesterday, for a name is kept by days
        row.closed_on = row.closed_on and today() - YESTERDAY
        row.save(update_fields=["closed_on"])
    assert HOUSING in browser.get(f"/hewan/suggestions/{closed.pk}/").content.decode()
    assert "市住房局" in browser.get(f"/hewan/suggestions/{opened.pk}/").content.decode()
    assert HOUSING in browser.get(f"/hewan/published/{closed.pk}/").content.decode()
    listed = browser.get("/hewan/suggestions/").content.decode()
    assert HOUSING in listed and "市住房局" in listed
    for word in (HOUSING, "市住房局"):
        assert browser.get(f"/hewan/suggestions/?q={word}").context["total"] == 2


def test_an_ended_body_takes_its_people_along_and_an_undone_ending_brings_them_back(
    city, new_organ, contact, post, clerk
):
    organ = new_organ()
    section = new_organ("综合科", BodyKind.SECTION, parent=organ)
    held, person = post(section), contact(organ)
    end_body(body=organ, until_on=date(2026, 6, 30), reason="机构改革", by=clerk)
    for row in (held, person, section):
        row.refresh_from_db()
        assert row.until_on == date(2026, 6, 30)
    taken_back(organ, clerk)
    for row in (organ, held, person, section):
        row.refresh_from_db()
        assert row.until_on is None


def test_a_body_with_open_work_does_not_end(city, housing, clerk, browser):
    Life(city).assigned()
    with pytest.raises(Refused, match="1 件"):
        end_body(body=housing, until_on=today(), by=clerk)
    page = browser.get(f"{BODIES}{housing.pk}/end/").content.decode()
    assert f"/hewan/registers/organs/reform/?old={housing.pk}" in page


def test_a_body_with_others_below_it_does_not_end(city, clerk):
    with pytest.raises(Refused, match="下面还有"):
        end_body(body=city.organ("市政府办公室"), until_on=today(), by=clerk)


def test_moving_exchanges_two_neighbours(city, clerk):
    names = [body.name for body in neighbours(city.organ(HOUSING))]
    here = names.index(HOUSING)
    move_body(body=city.organ(HOUSING), is_up=True, by=clerk)
    now = [body.name for body in neighbours(city.organ(HOUSING))]
    assert now.index(HOUSING) == here - 1 and now[here] == names[here - 1]
    assert sorted(now) == sorted(names)


def test_moving_sorts_out_places_that_were_given_twice(new_organ, city, clerk):
    city_bodies = [new_organ(name, BodyKind.CONSULTATIVE, order=500) for name in ("甲会", "乙会")]
    move_body(body=city_bodies[1], is_up=True, by=clerk)
    last = [body.name for body in neighbours(city_bodies[0])][-2:]
    assert last == ["乙会", "甲会"]
    with pytest.raises(Refused, match="头尾"):
        move_body(body=Body.objects.get(pk=city_bodies[0].pk), is_up=False, by=clerk)


def test_a_body_without_a_number_comes_last(send, city):
    send(f"{BODIES}enter/", kind="consultative", name="开发区代表联席会议")
    new = Body.objects.get(name="开发区代表联席会议")
    assert new.order > max(b.order for b in Body.objects.exclude(pk=new.pk))


def test_a_body_that_others_stand_on_is_not_withdrawn(send, housing):
    assert send(f"{ORGANS}{housing.pk}/withdraw/").status_code == 409
    assert Post.objects.filter(body=housing).exists()


def test_hostile_words_are_shown_as_words(send, browser):
    nasty = '<script>alert(41)</script>" onmouseover="x'
    entered = send(f"{BODIES}enter/", kind="office", name=nasty, duties=nasty)
    page = browser.get(entered.url).content.decode()
    assert "<script>alert(41)" not in page and "&lt;script&gt;alert(41)" in page


def test_the_committees_field_is_kept_on_one_page(send, browser, city, housing, police):
    committee = city.bodies[CITY, "城乡建设环境资源委员会"]
    url = f"{BODIES}{committee.pk}/field/"
    send(f"{url}keep/", organs=[housing.pk, police.pk])
    seen = browser.get(url).context["seen"]
    send(f"{url}keep/", organs=[police.pk], seen=seen)
    late = send(f"{url}keep/", organs=[housing.pk], seen=seen)
    assert late.status_code == 409, "somebody else changed it meanwhile"
    standing = Counterpart.objects.filter(committee=committee, until_on=None)
    assert [row.organ for row in standing] == [police]
    page = browser.get(f"{BODIES}{committee.pk}/").content.decode()
    assert "市公安局" in page
    assert committee.name in browser.get(f"{ORGANS}{police.pk}/").content.decode()
    missing = browser.get(f"{ORGANS}?show=no-committee").content.decode().partition("<tbody")[2]
    assert "市教育局" in missing and "市公安局" not in missing


def test_only_a_committee_has_a_field(browser, city):
    office = city.bodies[CITY, "信息中心"]
    assert browser.get(f"{BODIES}{office.pk}/field/").status_code == 404
