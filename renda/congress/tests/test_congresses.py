"""A congress's page: its numbers by law beside the fixed and the actual ones; lower congresses."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from renda.congress.drawing import numbers_of, quorums_of
from renda.congress.models import Congress
from renda.congress.tests.pages import browser, read, send
from renda.congress.tests.test_powers import form_of
from renda.deputies.models import Membership
from renda.deputies.sheets import day_sheet
from renda.kernel.moment import today

pytestmark = pytest.mark.django_db
URL = "/hewan/registers/congresses/"
ADMIN, CLERK = "高珺", "白玥琪"


@pytest.fixture
def admin(city):
    return browser(city, ADMIN)


FIXED = {"fixed_deputies": 305}  # as many as the law counts for the city


def fits(city, slug="hewan", **values):
    congress = city.congresses[slug]
    for name, value in (FIXED | values).items():
        setattr(congress, name, value)
    return {n.key: n.fit.tone for n in numbers_of(congress)}


def test_the_citys_numbers_fit_the_law(city, admin):
    Congress.objects.filter(slug="hewan").update(**FIXED)
    page = read(admin, f"{URL}{city.congresses['hewan'].pk}/")
    for said in ("305", "43", "29–51", "选举法12", "组织法47.4", "符合法律规定"):
        assert said in page
    assert fits(city) == {"deputies": "t-ok", "committee": "t-ok"}


@pytest.mark.parametrize(
    ("values", "deputies", "committee"),
    [
        ({"fixed_deputies": 306}, "t-late", "t-ok"),
        ({"fixed_committee": 52}, "t-ok", "t-late"),
        ({"fixed_deputies": None}, "t-soon", "t-ok"),
        ({"population": None}, "t-soon", "t-ok"),
        ({"fixed_deputies": 2, "population": None}, "t-soon", "t-ok"),
    ],
)
def test_a_number_that_does_not_fit_is_said(city, values, deputies, committee):
    assert fits(city, **values) == {"deputies": deputies, "committee": committee}


def test_a_small_place_may_have_fewer_and_a_township_has_no_committee(city):
    assert fits(city, "langwan", population=1500, fixed_deputies=40) == {"deputies": "t-ok"}
    assert fits(city, "langwan", population=50_000, fixed_deputies=81) == {"deputies": "t-ok"}
    assert fits(city, "langwan", fixed_deputies=82) == {"deputies": "t-late"}


def test_more_in_office_than_fixed_is_said_and_vacant_seats_are_counted(city):
    district = city.congresses["linwan"]
    body = city.bodies["linwan", "常委会"]
    district.fixed_committee, people = 15, [m.person for m in city.mandates.values()]
    for person in {p.pk: p for p in people}.values():
        Membership.objects.create(congress=district, body=body, person=person, from_on="2021-12-20")
    actual = next(n for n in numbers_of(district) if n.key == "committee")
    assert actual.actual == len({p.pk for p in people})
    assert any(str(15 - actual.actual) in note for note in actual.notes)


def test_no_page_of_the_demo_says_that_hundreds_of_seats_are_vacant(city):
    for slug, congress in city.congresses.items():
        congress.refresh_from_db()
        deputies = next(n for n in numbers_of(congress) if n.key == "deputies")
        assert deputies.law and not any("缺额" in note for note in deputies.notes), slug
        assert day_sheet(congress, today()).vacant_seats is None, slug


def test_quorum_and_majority_are_of_those_in_office_or_else_of_the_fixed(city):
    lines = {q.cites: q for q in quorums_of(numbers_of(city.congresses["hewan"]))}
    congress = lines["组织法14.4、25"]
    assert congress.of == sum(slug == "hewan" for slug, _name in city.mandates)
    assert congress.present == -(-2 * congress.of // 3) and congress.votes == congress.of // 2 + 1
    Membership.objects.filter(body__kind="standing_committee").update(until_on="2022-01-01")
    lines = {q.cites: q for q in quorums_of(numbers_of(city.congresses["hewan"]))}
    committee = lines["组织法51.3、51.4"]
    assert (committee.of, committee.present, committee.votes) == (43, 22, 22)


def test_the_administrator_mends_name_place_and_numbers(city, admin):
    own = city.congresses["hewan"]
    url = f"{URL}{own.pk}/"
    page = send(admin, f"{url}change/", **form_of(own, population=1_700_000, fixed_deputies=308))
    assert page.status_code == 302
    own.refresh_from_db()
    assert own.population == 1_700_000 and own.powers == [], "the usual powers stay unsaid"
    shown = read(admin, url)
    seq = shown.partition("/undo/")[2].partition("/")[0]
    assert send(admin, f"{url}undo/{seq}/", version=own.version).status_code == 302
    own.refresh_from_db()
    assert own.population == 1_640_000


def test_a_lower_congress_is_set_up_with_its_place(city, admin):
    typed = {
        "slug": "longquan",
        "parent": city.congresses["wuquan"].pk,
        "name": "隆泉镇人民代表大会",
        "short_name": "隆泉镇人大",
        "place": "隆泉镇",
        "level": "township",
        "region": "990121100",
        "population": 30_000,
    }
    page = send(admin, f"{URL}enter/", **typed)
    town = Congress.objects.get(slug="longquan")
    assert page.url == f"{URL}{town.pk}/" and town.region.name == "隆泉镇"
    assert town.path == f"{city.congresses['wuquan'].path}{town.pk}/"
    shown = read(admin, page.url)
    seq = shown.partition("/undo/")[2].partition("/")[0]
    assert send(admin, f"{page.url}undo/{seq}/").status_code == 302, "its trail is its own"
    for slug in ("longquan", "static", "linwan"):
        assert send(admin, f"{URL}enter/", **typed | {"slug": slug}).status_code == 422, slug


def test_a_dispatched_committee_is_set_up_and_its_page_says_what_it_is(city, admin):
    typed = {
        "slug": "huaiyin",
        "parent": city.congresses["linwan"].pk,
        "name": "临湾区人大常委会槐荫街道工作委员会",
        "short_name": "槐荫街道人大工委",
        "place": "槐荫街道",
        "level": "township",
        "region": "990102001",
        "is_dispatched": "on",
        "powers": ["sessions"],
    }
    page = send(admin, f"{URL}enter/", **typed)
    row = Congress.objects.get(slug="huaiyin")
    assert row.powers == [] and not row.may("sessions")
    shown = read(admin, page.url)
    assert "组织法59" in shown and "法定名额和人数" not in shown
    assert "（派出工作机构）" in read(admin, f"/hewan/registers/regions/{row.region_id}/")


def test_nobody_but_the_administrator_writes_and_nobody_sees_beside_the_own_tree(city, admin):
    clerk, own = browser(city, CLERK), city.congresses["hewan"]
    assert clerk.get(f"{URL}{own.pk}/edit/").status_code == 404
    assert send(clerk, f"{URL}{own.pk}/change/", name="x").status_code == 404
    lower = browser(city, "苗青禾")
    for slug, code in (("langwan", 200), ("hewan", 404), ("wuquan", 404)):
        url = f"/linwan/registers/congresses/{city.congresses[slug].pk}/"
        assert lower.get(url).status_code == code, slug


def test_a_congress_is_not_withdrawn(city, admin):
    own = city.congresses["hewan"]
    assert send(admin, f"{URL}{own.pk}/withdraw/", version=own.version).status_code == 404


def test_a_page_asks_as_often_for_a_city_as_for_a_district(city, admin):
    def asked(slug):
        url = f"{URL}{city.congresses[slug].pk}/"
        read(admin, url)
        with CaptureQueriesContext(connection) as queries:
            read(admin, url)
        return len(queries)

    assert abs(asked("hewan") - asked("linwan")) <= 2
