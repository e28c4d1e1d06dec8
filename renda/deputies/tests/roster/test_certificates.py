"""代表证: issued to all who have none, lost and returned, recognisable when void."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from renda.deputies.actions.cards import keep_photo
from renda.deputies.actions.certificates import Pattern
from renda.deputies.models import Certificate, Mandate
from renda.kernel.moment import today
from renda.suggestions.demo.telling import blank_sheet
from tests.qualifying import Qualification

pytestmark = pytest.mark.django_db
URL = "/hewan/registers/certificates/"
TYPED = {"before": "河人代证第", "first": 1, "digits": 3, "after": "号"}


def issued(clerk, **typed):
    url = "/hewan/deputies/certificates/issue/all/"
    return clerk.send(url, **{**TYPED, "issued_on": today().isoformat(), **typed})


def in_office(city):
    return Mandate.objects.held_on(today()).filter(congress=city.congresses["hewan"]).count()


def test_everyone_without_one_gets_a_number_in_the_order_of_the_register(clerk, city):
    page = issued(clerk)
    assert page.status_code == 302
    rows = list(Certificate.objects.order_by("number"))
    assert [row.number for row in rows[:2]] == ["河人代证第001号", "河人代证第002号"]
    orders = [row.mandate.order for row in rows]
    assert orders == sorted(orders) and len(rows) == in_office(city)
    assert "河人代证第001号" in clerk.see(page.url)
    assert issued(clerk, first=100).status_code == 409, "everyone has one"
    assert Certificate.objects.count() == in_office(city)


def test_a_number_that_is_taken_issues_none(clerk, city):
    seat = city.mandates["hewan", "秦二柱"]
    typed = {"mandate": seat.pk, "number": "河人代证第003号", "issued_on": today().isoformat()}
    assert clerk.send(f"{URL}enter/", **typed).status_code == 302
    page = issued(clerk)
    assert page.status_code == 409 and "河人代证第003号" in page.content.decode()
    assert Certificate.objects.count() == 1


def test_the_same_form_twice_issues_once(clerk, city):
    typed = {**TYPED, "issued_on": today().isoformat(), "key": "k" * 24}
    url = "/hewan/deputies/certificates/issue/all/"
    first, second = clerk.client.post(url, typed), clerk.client.post(url, typed)
    assert first.url == second.url and Certificate.objects.count() == in_office(city)


def test_numbers_are_made_from_a_pattern():
    assert Pattern("", 3, 7, "").number(2) == "009"
    assert Pattern("河", 2, 99, "号").number(1) == "河100号"


@pytest.mark.parametrize(
    "wrong", [{"digits": 0}, {"first": -1}, {"issued_on": "昨天"}, {"before": "长" * 25}], ids=str
)
def test_a_pattern_that_makes_no_number_is_told(clerk, city, wrong):
    assert issued(clerk, **wrong).status_code == 422
    assert not Certificate.objects.exists()


def test_a_lost_one_is_void_for_all_to_see_and_a_new_one_can_be_issued(clerk, city):
    issued(clerk)
    row = Certificate.objects.get(mandate=city.mandates["hewan", "秦二柱"])
    again = {"mandate": row.mandate_id, "number": "补001", "issued_on": today().isoformat()}
    assert clerk.send(f"{URL}enter/", **again).status_code == 422, "the old one is valid"
    lost = {"number": row.number, "issued_on": row.issued_on, "lost_on": today().isoformat()}
    assert clerk.send(f"{URL}{row.pk}/change/", row.version, **lost).status_code == 302
    assert "作废（遗失）" in clerk.see(f"{URL}?show=void")
    assert "作废（遗失）" in clerk.see(f"/hewan/registers/deputies/{row.mandate_id}/")
    assert clerk.send(f"{URL}enter/", **again).status_code == 302
    assert "补001" in clerk.see(f"{URL}?show=valid")


def test_who_left_is_asked_to_return_it(clerk, city):
    issued(clerk)
    Qualification(city, deputy="秦二柱").announced()
    text = clerk.see(f"{URL}?show=to_return")
    assert "秦二柱" in text and "应收回" in text
    assert "秦二柱" not in clerk.see(f"{URL}?show=valid")


def test_nothing_happens_to_a_certificate_before_it_was_issued(clerk, city):
    issued(clerk)
    row = Certificate.objects.first()
    early = {"number": row.number, "issued_on": row.issued_on, "returned_on": "2020-01-01"}
    page = clerk.send(f"{URL}{row.pk}/change/", row.version, **early)
    assert page.status_code == 422


def test_the_sheet_shows_photographs_and_tells_how_many_are_missing(clerk, city):
    page = issued(clerk)
    seat = city.mandates["hewan", "秦二柱"]
    file = SimpleUploadedFile("秦.png", blank_sheet(), content_type="image/png")
    photo = keep_photo(mandate=seat, file=file, by=city.actor("白玥琪"))
    text = clerk.see(page.url)
    assert f"/hewan/papers/{photo.pk}/" in text and f"还缺{in_office(city) - 1}张照片" in text
    assert "第五届" in text
    assert clerk.see("/hewan/deputies/certificates/sheet/?on=drop") != ""
