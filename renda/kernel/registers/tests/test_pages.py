"""A register through its pages: entering, finding, changing, undoing; what was typed stays."""

import pytest
from django.test import Client

from renda.congress.models import Term
from renda.kernel.pages.keys import new_key

pytestmark = pytest.mark.django_db
URL = "/hewan/registers/terms/"


@pytest.fixture
def clerk(city):
    client = Client(headers={"accept-language": "zh-hans"})
    client.force_login(city.users["高珺"])
    return client


def send(client, url, **typed):
    return client.post(url, {"key": new_key(), "version": 0, **typed})


def test_a_term_is_entered_found_changed_and_undone(clerk):
    page = send(clerk, f"{URL}enter/", number=6, from_on="2026-12-28")
    row = Term.objects.get(number=6, congress__slug="hewan")
    assert page.url == f"{URL}{row.pk}/"
    assert "六" in clerk.get(URL).content.decode()
    send(clerk, f"{URL}{row.pk}/change/", number=6, from_on="2027-01-04", why="会期有变")
    shown = clerk.get(page.url).content.decode()
    assert "2026-12-28" in shown and "会期有变" in shown and "撤销这次修改" in shown
    row.refresh_from_db()
    seq = shown.partition("/undo/")[2].partition("/")[0]
    assert send(clerk, f"{URL}{row.pk}/undo/{seq}/", version=row.version).status_code == 302
    row.refresh_from_db()
    assert row.from_on.isoformat() == "2026-12-28"


def test_what_was_typed_stays_when_something_is_wrong(clerk):
    page = send(clerk, f"{URL}enter/", number=6, from_on="2026-12-28", until_on="2026-01-01")
    assert page.status_code == 422
    assert 'value="2026-12-28"' in page.content.decode()
    assert "终止日期不能早于起始日期" in page.content.decode()
    assert not Term.objects.filter(number=6).exists()


def test_an_old_version_is_told_and_keeps_what_was_typed(clerk, city):
    row = city.terms["hewan"]
    page = send(clerk, f"{URL}{row.pk}/change/", version=9, number=5, from_on="2021-12-22")
    assert page.status_code == 409
    assert 'value="2021-12-22"' in page.content.decode()
    row.refresh_from_db()
    assert row.from_on.isoformat() == "2021-12-20"


def test_the_same_form_twice_enters_once(clerk):
    typed = {"key": new_key(), "number": 6, "from_on": "2026-12-28"}
    first, second = clerk.post(f"{URL}enter/", typed), clerk.post(f"{URL}enter/", typed)
    assert first.url == second.url
    assert Term.objects.filter(number=6, congress__slug="hewan").count() == 1


def test_a_row_of_another_congress_is_not_there(clerk, city):
    other = city.terms["langwan"]
    assert clerk.get(f"{URL}{other.pk}/").status_code == 404
    assert send(clerk, f"{URL}{other.pk}/change/", number=1).status_code == 404


def test_an_unknown_register_is_not_there(clerk):
    assert clerk.get("/hewan/registers/secrets/").status_code == 404


def test_the_hub_leads_to_what_this_person_keeps(clerk):
    assert URL in clerk.get("/hewan/registers/").content.decode()


def test_a_domain_above_adds_to_the_pages_of_the_rows_that_it_concerns(clerk, city):
    from renda.kernel.registers import register

    known = {k: list(v) for k, v in register._additions.items()}
    added = register.Addition(
        template="components/law.html",
        more=lambda request, row: {"cites": f"旁注{row.number}"},
        links=lambda actor, congress, row: [register.Link("去别处", "/due/")],
        concerns=lambda row: row.number == 5,
    )
    register.extend("terms", added)
    register.extend("terms", added)
    try:
        page = clerk.get(f"{URL}{city.terms['hewan'].pk}/").content.decode()
        other = Term.objects.create(
            congress=city.congresses["hewan"], number=4, from_on="2016-12-20"
        )
        without = clerk.get(f"{URL}{other.pk}/").content.decode()
    finally:
        register._additions.clear()
        register._additions.update(known)
    assert page.count("旁注5") == 1 and page.count("去别处") == 1
    assert "旁注" not in without and "去别处" not in without


def test_a_withdrawn_row_is_found_again_by_its_keeper_and_brought_back(clerk, city):
    send(clerk, f"{URL}enter/", number=6, from_on="2026-12-28")
    row = Term.objects.get(number=6, congress__slug="hewan")
    assert "?show=withdrawn" not in clerk.get(URL).content.decode()
    send(clerk, f"{URL}{row.pk}/withdraw/", why="写错了")
    assert f"{URL}{row.pk}/" not in clerk.get(URL).content.decode()
    assert "?show=withdrawn" in clerk.get(URL).content.decode()
    assert f"{URL}{row.pk}/" in clerk.get(f"{URL}?show=withdrawn").content.decode()
    shown = clerk.get(f"{URL}{row.pk}/").content.decode()
    assert "已作废" in shown and "写错了" in shown and "/withdraw/" not in shown
    assert clerk.get(f"{URL}{row.pk}/edit/").status_code == 404
    seq = shown.partition("/undo/")[2].partition("/")[0]
    row = Term.ever().get(pk=row.pk)
    assert send(clerk, f"{URL}{row.pk}/undo/{seq}/", version=row.version).status_code == 302
    assert Term.objects.filter(pk=row.pk).exists()


def test_a_withdrawn_row_is_not_there_for_who_only_reads_nor_for_another_congress(clerk, city):
    reader = Client()
    reader.force_login(city.users["白玥琪"])
    own = city.terms["hewan"]
    Term.objects.filter(pk__in=[own.pk, city.terms["langwan"].pk]).update(is_void=True)
    assert clerk.get(f"{URL}{own.pk}/").status_code == 200
    assert clerk.get(f"{URL}{city.terms['langwan'].pk}/").status_code == 404
    congresses = "/hewan/registers/congresses/"
    city.congresses["hewan"].children.update(is_void=True)
    assert reader.get(f"{congresses}?show=withdrawn").status_code == 200
    assert "?show=withdrawn" not in reader.get(congresses).content.decode()


def test_a_page_beyond_the_end_is_the_last_one(clerk, city):
    shown = clerk.get(f"{URL}?page=999").content.decode()
    assert f"{URL}{city.terms['hewan'].pk}/" in shown
