"""Organs with the people beside them: contacts with days, sealed numbers, the address book."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from renda.accounts.models import SecurityEntry
from renda.congress import contacts
from renda.congress.contacts import note_contact
from renda.congress.listing import by_duties, organ_groups
from renda.congress.models import AddressEntry, Body, Contact, Counterpart
from renda.congress.renaming import end_body, rename_body
from renda.congress.roles import BodyKind
from renda.deputies.cast import CITY, HOUSING
from renda.kernel.moment import today
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.models import Event, Words
from renda.suggestions import handling, lifecycle
from tests.life import POLICE, Life, scan

pytestmark = pytest.mark.django_db
ORGANS, CONTACTS = "/hewan/registers/organs/", "/hewan/registers/contacts/"
ADDRESSES = "/hewan/registers/addresses/"
NUMBER = "13900000008"


def test_an_organ_is_entered_and_stands_where_it_belongs(send, browser, city):
    office = city.organ("市政府办公室")
    answer = send(
        f"{ORGANS}enter/",
        organ_kind="department",
        name="市应急管理局",
        code="HW099",
        parent=office.pk,
        duties="防汛、抢险",
    )
    organ = Body.objects.get(code="HW099")
    assert answer.url == f"{ORGANS}{organ.pk}/"
    assert (organ.kind, organ.congress, organ.parent) == ("organ", office.congress, office)
    assert "市应急管理局" in browser.get(f"{ORGANS}{office.pk}/").content.decode()
    twice = send(f"{ORGANS}enter/", organ_kind="other", name="另一个单位", code="HW099")
    assert twice.status_code in (409, 422)


def test_organs_are_listed_below_whoever_forwards_to_them(browser):
    page = browser.get(ORGANS).content.decode().partition("<tbody")[2]
    assert page.index("市政府办公室") < page.index("市教育局") < page.index("市邮政管理局")
    assert "市园林局" not in page
    assert "市园林局" in browser.get(f"{ORGANS}?show=ended").content.decode()
    found = browser.get(f"{ORGANS}?q=综合执法").content.decode().partition("<tbody")[2]
    assert "市城市管理局" in found, "by the name it had before"


def test_an_organ_is_found_once_by_its_people_and_not_by_a_withdrawn_one(browser, city, contact):
    for name in ("郝雁南", "郝雁北"):
        gone = contact(city.organ(HOUSING), name)
    assert browser.get(f"{ORGANS}?q=郝雁").context["total"] == 1
    Contact.objects.filter(pk=gone.pk).update(is_void=True)
    assert browser.get(f"{ORGANS}?q=郝雁北").context["total"] == 0


def test_the_list_asks_as_often_for_many_contacts_as_for_none(browser, city, contact):
    def counted():
        with CaptureQueriesContext(connection) as asked:
            browser.get(ORGANS)
        return len(asked)

    counted()
    none = counted()
    for body in Body.objects.filter(congress=city.congresses[CITY], kind=BodyKind.ORGAN):
        contact(body)
    assert counted() == none


def test_a_new_contact_person_ends_the_one_before(send, housing, contact):
    old = contact(housing, "郝雁南")
    send(
        f"{CONTACTS}enter/",
        body=housing.pk,
        duty="contact",
        name="段五宝",
        from_on="2026-11-02",
        is_replacing="on",
    )
    old.refresh_from_db()
    assert old.until_on == date(2026, 11, 1)
    assert Contact.objects.get(name="段五宝").until_on is None


def test_the_number_is_sealed_and_only_its_tail_is_shown(send, browser, housing):
    typed = {"body": housing.pk, "duty": "contact", "name": "郝雁南", "mobile": "139 0000 0008"}
    entered = send(f"{CONTACTS}enter/", **typed)
    row = Contact.objects.get(name="郝雁南")
    assert row.mobile == NUMBER
    for page in (entered.url, CONTACTS, f"{ORGANS}{housing.pk}/", f"{entered.url}edit/"):
        shown = browser.get(page).content.decode()
        assert NUMBER not in shown and "0008" in shown, page
    assert NUMBER not in str(list(Words.objects.values_list("said", flat=True)))
    assert NUMBER.encode() not in bytes(row.mobile_sealed)


def test_showing_the_number_is_written_down(send, browser, housing, contact):
    row = contact(housing, mobile=NUMBER)
    page = send(f"{CONTACTS}{row.pk}/number/")
    assert NUMBER in page.content.decode() and page["Cache-Control"] == "no-store"
    looked = SecurityEntry.objects.filter(kind="look").latest("pk")
    assert looked.detail == f"congress.contact/{row.pk} mobile"
    assert browser.get(f"{CONTACTS}{row.pk}/number/").status_code == 405
    assert send(f"/hewan/registers/terms/{row.pk}/number/").status_code == 404


def test_an_edit_that_leaves_the_number_empty_keeps_it(send, browser, housing, contact):
    row = contact(housing, mobile=NUMBER)
    typed = {"body": housing.pk, "duty": "contact", "name": "田玉芬", "office": "科长"}
    send(f"{CONTACTS}{row.pk}/change/", **typed)
    row.refresh_from_db()
    assert (row.office, row.mobile) == ("科长", NUMBER)
    send(f"{CONTACTS}{row.pk}/change/", **typed, version=1, is_forgotten="on")
    row.refresh_from_db()
    assert row.mobile == ""
    assert (
        send(f"{CONTACTS}{row.pk}/change/", **typed, version=2, mobile="12345").status_code == 422
    )


def test_a_contact_that_ends_before_it_begins_is_refused_at_the_field(send, housing):
    typed = {"body": housing.pk, "duty": "head", "name": "孔堃"}
    page = send(f"{CONTACTS}enter/", **typed, from_on="2026-11-02", until_on="2026-11-01")
    assert page.status_code == 422
    assert "终止日期不能早于起始日期" in page.content.decode()


def test_who_signs_or_answers_stands_in_the_address_book(city):
    life = Life(city).assigned().received().heard().answered()
    entry = AddressEntry.objects.get(name=city.handlers[CITY, HOUSING])
    assert (entry.body, entry.unit) == (city.organ(HOUSING), HOUSING)
    assert entry.used_on == today()
    assert entry.used_for.startswith("答复会") or entry.used_for.startswith("答复闭")
    noted = Event.objects.filter(action="congress.note_contact", subject_id=entry.pk)
    assert noted.count() == 1, "an event for who is new, none for each use"
    handling.log_contact(
        life.part(), by=city.handler(HOUSING), held_on=today(), way="visit", summary="再谈。"
    )
    assert noted.count() == 1


def test_on_paper_it_is_the_name_on_the_paper(city, clerk):
    life = Life(city).assigned()
    behalf = handling.life.principal(life.part())
    signed = type(behalf)(behalf.kind, behalf.id, "孔堃")
    handling.receive(life.part(), by=clerk, behalf=signed, paper=scan(city))
    assert AddressEntry.objects.filter(name="孔堃", body=city.organ(HOUSING)).exists()


def test_what_is_refused_leaves_no_name(city):
    life = Life(city).assigned().received()
    before = AddressEntry.objects.count()
    with pytest.raises(Refused):
        handling.reply(life.part(), by=city.handler(HOUSING), text="未沟通。", result="A")
    assert AddressEntry.objects.count() == before


def test_an_older_use_does_not_take_the_place_of_a_newer(housing):
    for day, why in ((date(2026, 5, 6), "答复会001"), (date(2026, 3, 2), "签收会001")):
        note_contact(body=housing, name="郝雁南", used_for=why, on=day)
    entry = AddressEntry.objects.get(name="郝雁南", body=housing)
    assert (entry.used_on, entry.used_for) == (date(2026, 5, 6), "答复会001")


def test_a_twin_who_was_faster_is_no_obstacle(housing):
    """Two steps at once note the same new name: the later finds what the earlier entered."""
    first = contacts._new(housing, "郝雁南", "来电", today(), None)
    assert contacts._new(housing, "郝雁南", "来函", today(), None).pk == first.pk


def test_a_renamed_organ_keeps_its_entries(housing, clerk):
    note_contact(body=housing, name="郝雁南", used_for="来电", on=date(2026, 3, 2))
    rename_body(body=housing, name="市住房局", on=date(2026, 4, 1), by=clerk)
    note_contact(body=housing, name="郝雁南", used_for="来函", on=date(2026, 5, 6))
    assert AddressEntry.objects.filter(name="郝雁南").count() == 1


def test_the_chips_of_the_address_book_say_whom_nobody_has_heard_of(send, browser, housing):
    note_contact(body=housing, name="郝雁南", used_for="来电", on=today() - timedelta(days=400))
    note_contact(body=housing, name="孔堃", used_for="来电", on=today())
    send(f"{ADDRESSES}enter/", unit="市广播电视台", name="吕佳禾", phone="0470-000 0555")
    unheard = browser.get(f"{ADDRESSES}?show=unheard").content.decode()
    assert "郝雁南" in unheard and "孔堃" not in unheard
    silent = browser.get(f"{ADDRESSES}?show=silent").content.decode()
    assert "孔堃" in silent and "吕佳禾" not in silent
    assert 'href="tel:04700000555"' in browser.get(ADDRESSES).content.decode()


def test_an_address_needs_a_unit(send):
    page = send(f"{ADDRESSES}enter/", name="吕佳禾")
    assert page.status_code == 422 and "所在的单位" in page.content.decode()


def test_an_organ_that_has_ended_is_offered_no_more(city, clerk, new_organ):
    organ = new_organ(until_on=today() - timedelta(days=1))
    coming = new_organ("市数据局", from_on=today() + timedelta(days=1))
    offered = {pk for _label, rows in organ_groups(organ.congress_id, today()) for pk, _l in rows}
    assert city.organ(HOUSING).pk in offered
    assert not {organ.pk, coming.pk} & offered
    with pytest.raises(Refused, match="已经撤销"):
        lifecycle.assign(Life(city).accepted().fresh(), by=clerk, organs={organ: "lead"})


def test_the_assigning_form_groups_the_organs_and_hints_at_duties(browser, city, housing):
    housing.duties = "路灯、供热"
    housing.save()
    life = Life(city).accepted()
    page = browser.get(f"/hewan/suggestions/{life.suggestion.pk}/").content.decode()
    assert '<optgroup label="政府部门（由市政府办公室转办）">' in page
    assert "按职责可能是：市住房和城乡建设局（路灯）" in page
    assert "data-picker" in page and 'data-finds="市公安局' in page
    found = by_duties([housing, city.organ(POLICE)], "七个小区的路灯不亮，供热也不好。")
    assert found == [(housing, ["供热", "路灯"])] or found == [(housing, ["路灯", "供热"])]


def test_a_counterpart_stands_once(send, city, housing):
    committee = city.bodies[CITY, "城乡建设环境资源委员会"]
    url, typed = "/hewan/registers/counterparts/enter/", {"committee": committee.pk}
    send(url, **typed, organ=housing.pk)
    assert send(url, **typed, organ=housing.pk).status_code in (409, 422)
    assert Counterpart.objects.filter(organ=housing).count() == 1


def test_what_stood_at_an_organ_that_has_ended_can_still_be_mended(send, new_organ, contact, clerk):
    organ = new_organ()
    row = contact(organ)
    end_body(body=organ, until_on=today() - timedelta(days=1), by=clerk)
    row.refresh_from_db()
    typed = {"body": organ.pk, "duty": "contact", "name": "田玉英", "until_on": "2026-11-01"}
    assert send(f"{CONTACTS}{row.pk}/change/", **typed, version=row.version).status_code == 302
    row.refresh_from_db()
    assert (row.name, row.body) == ("田玉英", organ)
