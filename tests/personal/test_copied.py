"""Personal data of one person: a copy of it, and who may have it."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from renda.accounts.models import SecurityEntry
from renda.congress.actions import give_post
from renda.deputies.models import Mandate, Person
from renda.kernel.moment import today
from renda.kernel.pages.keys import new_key
from renda.kernel.personal.holding import Whom, found, in_order, why_not_yet
from renda.kernel.registers.keeping import change
from renda.kernel.trail.models import Event
from tests.filed import elected_elsewhere
from tests.teller import DRAFT, FILED, MOBILE, NAME, PROPOSED, SAID, UNSENT

pytestmark = pytest.mark.django_db(databases="__all__")


def unpacked(answer):
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert archive.testzip() is None
    return {name: archive.read(name).decode() for name in archive.namelist()}


def test_one_finds_everything_that_is_held_of_oneself(teller):
    whom = teller.whom
    assert whom.ids("deputies.person") == [teller.person.pk]
    assert len(whom.ids("deputies.mandate")) == 1
    assert whom == found(Whom(name=NAME).known_as("deputies.person", [teller.person.pk]))


def test_the_copy_has_a_page_and_a_file_for_each_kind(teller, own):
    answer = own.post(reverse("personal:copy"))
    assert answer["Content-Type"] == "application/zip" and answer["Cache-Control"] == "no-store"
    files = unpacked(answer)
    pages = {name for name in files if name.endswith(".html")}
    assert {f"{name[:-5]}.json" for name in pages - {"index.html"}} == set(files) - pages
    whole = "\n".join(files.values())
    for value in (
        *SAID.values(),
        MOBILE,
        DRAFT["problem"],
        UNSENT,
        "关于修复路灯的建议",
        "前川旗",
        PROPOSED,
        FILED,
    ):
        assert value in whole, value
    assert "已列入计划。" not in whole, "an organ's reply is not the deputy's data"
    assert "同号的别人" not in whole, "nor is who shares the number"
    said = json.loads(next(text for name, text in files.items() if name.endswith("-person.json")))
    assert said["records"][0]["data"]["住址"] == SAID["residence"]


def test_what_files_said_names_a_term_as_people_do(teller, own, tmp_path):
    elected_elsewhere(teller, tmp_path)
    files = unpacked(own.post(reverse("personal:copy")))
    text = next(text for name, text in files.items() if name.endswith("-imports.json"))
    with translation.override("zh-hans"):
        label = str(Mandate._meta.get_field("term").verbose_name)
    there = [record["data"] for record in json.loads(text)["records"]]
    terms = [one[label] for one in there if label in one]
    assert terms and not any(term.isdigit() for term in terms), terms


def test_the_copy_is_in_the_security_log_and_in_the_trail(teller, own):
    before = SecurityEntry.objects.filter(kind="export").count()
    own.post(reverse("personal:copy"))
    own.post(reverse("personal:copy"))
    assert SecurityEntry.objects.filter(kind="export").count() == before + 2
    events = Event.objects.filter(action="personal.copy")
    assert {(e.congress_id, e.actor_id) for e in events} == {(teller.here, teller.user.pk)}


def test_a_copy_with_hostile_words_stays_text(teller, own):
    teller._change(None, introduction="<script>alert(41)</script>")
    files = unpacked(own.post(reverse("personal:copy")))
    assert not any("<script>alert(41)" in t for n, t in files.items() if n.endswith(".html"))


def test_every_holding_answers_for_somebody_of_whom_nothing_is_known():
    nobody = found(Whom(name="没有这个人"))
    for holding in in_order():
        assert (holding.tells(nobody), holding.goes(nobody), holding.stays(nobody)) == ([], [], [])
    assert why_not_yet(nobody) == ""


def test_a_deputy_in_office_is_told_why_not_yet(teller, own):
    shown = own.get(reverse("personal:mine")).content.decode()
    assert "仍有代表资格" in shown
    sent = {"key": new_key(), "sure": "yes"}
    assert own.post(reverse("personal:erase"), sent).status_code == 409
    assert Person.objects.get(pk=teller.person.pk).residence == SAID["residence"]


def test_a_mandate_still_to_begin_bars_too_and_is_named(teller):
    teller.leaves_office()
    assert why_not_yet(teller.whom) == ""
    mandate = Mandate.objects.get(person=teller.person)
    days = {"from_on": today() + timedelta(days=9), "until_on": None, "end_ground": ""}
    change(mandate, "deputies.change_mandate", by=None, values=days)
    with translation.override("zh-hans"):
        assert "代表资格" in why_not_yet(teller.whom)


@pytest.mark.parametrize("has_account", [True, False])
def test_one_of_several_congresses_neither_erases_nor_copies_for_all(city, has_account):
    person = city.mandates["zhongchuan", "那仁格日勒图"].person
    if not has_account:
        change(person, "x", by=None, values={"user": None}, congress_id=city.terms["hewan"].pk)
    user, body = city.users["高珺"], city.bodies["zhongchuan", "信息中心"]
    give_post(user=user, body=body, role="administrator", from_on=today())
    client = Client(headers={"accept-language": "zh-hans"})
    client.force_login(user)
    for name in ("deputies:personal_erase", "deputies:personal_copy"):
        url = reverse(name, args=["zhongchuan", "person", person.pk])
        answer = client.post(url, {"key": new_key(), "sure": "yes"})
        assert answer.status_code == 409 and "请联系河湾市人大" in answer.content.decode()


def test_the_administrator_copies_only_for_who_has_no_account(teller, admin):
    with_account = reverse("deputies:personal_copy", args=["hewan", "person", teller.person.pk])
    assert admin.post(with_account).status_code == 409
    person = Person.objects.get(name="秦二柱")
    url = reverse("deputies:personal_copy", args=["hewan", "person", person.pk])
    files = unpacked(admin.post(url))
    assert "秦二柱" in files["index.html"]
    assert Event.objects.filter(action="personal.copy", subject_id=person.pk).count() == 1
    entry = SecurityEntry.objects.filter(kind="export").latest("pk")
    assert entry.detail == f"data of person {person.pk}"
