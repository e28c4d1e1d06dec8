"""Qualification cases through their pages: reported, registered on paper, announced together."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from renda.deputies import lifecycle
from renda.deputies.actions import add_deputy, add_person
from renda.deputies.actions.cases import report_case
from renda.deputies.actions.certificates import Pattern, issue_certificates
from renda.deputies.demo import TERM_FROM
from renda.deputies.models import Mandate, QualificationCase
from renda.deputies.permits import case_reader
from renda.deputies.queries import cases_visible_to
from renda.deputies.tests.roster.conftest import Hand
from renda.kernel.moment import today
from renda.kernel.papers.models import Paper
from renda.kernel.trail.models import Event
from renda.suggestions.demo.telling import blank_sheet
from tests.qualifying import EXAMINER, Qualification, committee
from tests.rules.visibility import disagreements
from tests.test_visibility import everyone_everywhere

pytestmark = pytest.mark.django_db
URL = "/hewan/deputies/cases/"


@pytest.fixture
def examiner(city):
    """Who sits in the committee."""
    committee(city)
    return Hand(city.users[EXAMINER])


def report(clerk, city, name="秦二柱", **typed):
    seat = city.mandates["hewan", name].pk
    typed = {"mandate": seat, "kind": "end", "ground": "moved", **typed}
    return clerk.send(f"{URL}begin/", **typed)


def scanned():
    return SimpleUploadedFile("报告.png", blank_sheet(), content_type="image/png")


def test_a_case_goes_its_way_from_the_register_to_the_announcement(clerk, examiner, city):
    seat = city.mandates["hewan", "秦二柱"]
    assert f"mandate={seat.pk}" in clerk.see(f"/hewan/registers/deputies/{seat.pk}/")
    page = report(clerk, city, happened_on=today().isoformat(), note="已迁往外省")
    assert page.status_code == 302
    case = QualificationCase.objects.get()
    assert "已迁往外省" in examiner.see(page.url)
    done = examiner.send(f"{page.url}examine/", case.version, report="属实。")
    assert done.status_code == 302
    case.refresh_from_db()
    text = clerk.see(page.url)
    assert "属实。" in text and "公告" in text
    done = clerk.send(f"{page.url}announce/", case.version, announcement="公告第3号")
    assert done.status_code == 302
    assert "公告第3号" in clerk.see(page.url)
    assert not Mandate.objects.acting_on(today()).filter(pk=seat.pk).exists()
    assert "秦二柱" in clerk.see(f"{URL}?show=announced")


@pytest.mark.parametrize(
    "wrong",
    [
        {"ground": "detained"},
        {"ground": ""},
        {"kind": "restore"},
        {"kind": "suspend"},
        {"ground": "died"},
        {"mandate": 987654},
        {"happened_on": "昨天"},
    ],
    ids=str,
)
def test_a_report_that_does_not_hold_together_is_told_and_kept(clerk, examiner, city, wrong):
    page = report(clerk, city, note="说明在此", **wrong)
    assert page.status_code == 422 and "说明在此" in page.content.decode()
    assert not QualificationCase.objects.exists()


def test_the_office_registers_the_signed_report_of_the_committee(clerk, examiner, city):
    page = report(clerk, city)
    case = QualificationCase.objects.get()
    typed = {"report": "属实。", "signed_name": "敖日其楞", "on": today().isoformat()}
    lacking = clerk.send(f"{page.url}examine/", case.version, **typed)
    assert lacking.status_code == 422, "the scan is missing"
    done = clerk.send(f"{page.url}examine/", case.version, **typed, scan=scanned())
    assert done.status_code == 302
    event = Event.objects.get(action="qualifications.examine")
    assert (event.behalf_kind, event.behalf_id) == ("body", case.committee_id)
    paper = Paper.objects.get()
    url = f"/hewan/papers/{paper.pk}/"
    assert url in clerk.see(page.url) and "敖日其楞" in clerk.see(page.url)
    assert examiner.client.get(url).status_code == 200
    assert Hand(city.users["高珺"]).client.get(url).status_code == 404


def test_the_same_click_twice_announces_once(clerk, examiner, city):
    Qualification(city, deputy="秦二柱").examined()
    case = QualificationCase.objects.get()
    sent = {"key": "k" * 24, "version": case.version, "announcement": "公告第3号"}
    url = f"{URL}{case.pk}/announce/"
    first, second = clerk.client.post(url, sent), clerk.client.post(url, sent)
    assert first.url == second.url
    assert Event.objects.filter(action="qualifications.announce").count() == 1


def test_of_two_clerks_the_later_keeps_what_was_typed(clerk, examiner, city):
    Qualification(city, deputy="秦二柱").examined()
    case = QualificationCase.objects.get()
    url = f"{URL}{case.pk}/"
    clerk.send(f"{url}announce/", case.version, announcement="公告第3号")
    late = clerk.send(f"{url}drop/", case.version, reason="未迁出，见来信")
    assert late.status_code == 409 and "未迁出，见来信" in late.content.decode()


def test_one_announcement_for_several_is_all_or_none(clerk, examiner, city):
    cases = [Qualification(city, deputy=n).examined() for n in ("秦二柱", "乌仁托娅")]
    ids = [case.case.pk for case in cases]
    waiting = Qualification(city, deputy="刘麦霞").case.pk
    url = f"{URL}announce/"
    on = today().isoformat()
    wrong = clerk.send(url, cases=[*ids, waiting], on=on)
    assert wrong.status_code == 422, "one of them was not examined"
    future = clerk.send(url, cases=ids, on="2999-01-01")
    assert future.status_code == 409
    assert not QualificationCase.objects.filter(state="announced").exists()
    assert clerk.send(url, cases=ids, on=on, announcement="公告第4号").status_code == 302
    done = QualificationCase.objects.filter(state="announced", announcement="公告第4号")
    assert done.count() == 2


def test_the_announcement_is_undone_from_its_page(clerk, examiner, city):
    case = Qualification(city, deputy="秦二柱").announced()
    url = f"{URL}{case.case.pk}/"
    assert f"{url}undo/" in clerk.see(url)
    assert clerk.send(f"{url}undo/", case.fresh().version).status_code == 302
    assert case.holds()


def test_the_deputy_reads_the_outcome_and_not_what_led_to_it(examiner, city):
    case = Qualification(city, note="情况复杂").examined()
    deputy = Hand(city.users["乌仁托娅"])
    url = f"{URL}{case.case.pk}/"
    deputy.see(url, 404)
    lifecycle.announce(case.fresh(), by=case.clerk, announcement="公告第5号")
    text = deputy.see(url)
    assert "公告第5号" in text and "情况复杂" not in text and "情况属实" not in text


def test_what_is_listed_is_what_may_be_read(city):
    committee(city)
    Qualification(city, deputy="秦二柱")
    Qualification(city, deputy="刘麦霞", kind="suspend", ground="detained").examined()
    Qualification(city, deputy="乌仁托娅").announced()
    rows = list(QualificationCase.objects.select_related("mandate__person"))
    faults, seen = [], {}
    for who, actor in everyone_everywhere(city):
        listed = list(cases_visible_to(actor))
        faults += disagreements(who, listed, rows, lambda c, a=actor: case_reader(a, c))
        seen[who] = len(listed)
    assert faults == []
    names = ("白玥琪", "贺川平", EXAMINER, "乌仁托娅", "刘麦霞", "高珺")
    assert [seen[f"{name} in hewan"] for name in names] == [3, 3, 3, 1, 0, 0]


def asked(hand, url):
    hand.see(url)
    with CaptureQueriesContext(connection) as found:
        hand.see(url)
    return sum(q["sql"].lstrip("(").startswith(("SELECT", "WITH")) for q in found)


def test_pages_ask_as_often_for_many_deputies_as_for_few(clerk, citizen, examiner, city):
    urls = [
        (clerk, "/hewan/registers/deputies/"),
        (clerk, "/hewan/registers/units/"),
        (clerk, "/hewan/registers/certificates/"),
        (clerk, "/hewan/deputies/certificates/sheet/"),
        (clerk, "/hewan/deputies/certificates/issue/"),
        (clerk, URL),
        (clerk, f"/hewan/registers/deputies/{city.mandates['hewan', '秦二柱'].pk}/"),
        (citizen, "/hewan/deputies/"),
        (citizen, f"/hewan/deputies/{city.mandates['hewan', '乌仁托娅'].pk}/"),
    ]
    Qualification(city, deputy="秦二柱").announced()
    more(city, clerk, 1)
    few = [asked(hand, url) for hand, url in urls]
    more(city, clerk, 9)
    assert [asked(hand, url) for hand, url in urls] == few


def more(city, clerk, many):
    """So many further deputies, each with a certificate and a case."""
    there = Mandate.objects.count()
    for n in range(many):
        person = add_person(name=f"甲{there + n}", congress_id=city.congresses["hewan"].pk)
        unit = city.units["hewan", "五泉县"]
        term = city.terms["hewan"]
        seat = add_deputy(person=person, term=term, from_on=TERM_FROM, unit=unit, order=there + n)
        report_case(mandate=seat, kind="end", ground="moved", by=city.actor("白玥琪"))
    pattern = Pattern("证", 5, there * 100, "号")
    issue_certificates(pattern=pattern, on=today(), by=city.actor("白玥琪"))
