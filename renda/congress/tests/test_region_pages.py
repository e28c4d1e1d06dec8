"""The tree through its pages: browsing, searching, entering, renaming, and who sees which part."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from renda.congress.actions.regions import add_region
from renda.congress.models import Body, Congress, Post, Region
from renda.congress.tests.pages import browser, read, send
from renda.kernel.moment import today

pytestmark = pytest.mark.django_db
URL = "/hewan/registers/regions/"
ADMIN, CLERK = "高珺", "白玥琪"


@pytest.fixture
def admin(city):
    return browser(city, ADMIN)


def pk(code):
    return Region.objects.get(code=code).pk


def test_a_place_shows_where_it_lies_its_parts_and_its_totals(admin):
    page = read(admin, f"{URL}{pk('990102')}/")
    for said in ("塞原自治区", "河湾市", "狼湾镇", "990102401", "临湾区人民代表大会"):
        assert said in page
    assert "<b>7</b>" in page, "seven places below"


def test_former_names_are_shown_and_found(admin):
    assert "白杨镇" in read(admin, f"{URL}?q=白杨乡")
    page = read(admin, f"{URL}{pk('990121101')}/")
    assert "白杨乡" in page and "撤乡设镇" in page


def test_a_code_is_found_by_its_beginning(admin):
    page = read(admin, f"{URL}?q=990124")
    assert "呼勒河苏木" in page and "狼湾镇" not in page


def test_levels_are_filtered_under_the_places_own_words(admin):
    assert "旗县区" in read(admin, URL)
    page = read(admin, f"{URL}?show=counties")
    assert "杭河旗" in page and "狼湾镇" not in page
    assert "临湾农场" in read(admin, f"{URL}?show=without")


def test_a_page_asks_as_often_for_ten_parts_as_for_two(admin, city):
    def asked():
        read(admin, f"{URL}{pk('990123')}/")
        with CaptureQueriesContext(connection) as queries:
            read(admin, f"{URL}{pk('990123')}/")
        return len(queries)

    few = asked()
    for n in range(10):
        add_region(
            congress_id=city.congresses["hewan"].pk,
            code=f"9901233{n:02d}",
            name=f"第{n}镇",
            parent=Region.objects.get(code="990123"),
        )
    assert asked() == few


def test_offices_see_below_their_own_place_and_the_top_administrator_all(city, admin):
    assert "青垣市" in read(admin, URL)
    clerk = browser(city, CLERK)
    assert "青垣市" not in read(clerk, URL)
    assert clerk.get(f"{URL}{pk('9902')}/").status_code == 404
    lower = browser(city, "苗青禾")
    page = read(lower, "/linwan/registers/regions/")
    assert "狼湾镇" in page and "隆泉镇" not in page
    assert lower.get(f"/linwan/registers/regions/{pk('990121')}/").status_code == 404


def test_a_lower_administrator_keeps_only_the_own_part(city):
    body = Body.objects.filter(congress__slug="linwan").first()
    Post.objects.create(user=city.users["苗青禾"], body=body, role="administrator", from_on=today())
    lower, url = browser(city, "苗青禾"), "/linwan/registers/regions/"
    inside, outside = pk("990102101"), pk("990121")
    assert lower.get(f"{url}{inside}/becomes/rename/").status_code == 200
    assert lower.get(f"{url}{outside}/becomes/rename/").status_code == 404
    typed = {"name": "别名", "on": "2025-07-01"}
    assert send(lower, f"{url}{outside}/becomes/rename/take/", **typed).status_code == 404
    page = send(lower, f"{url}enter/", code="990121199", name="越界镇", parent="990121")
    assert page.status_code == 422
    assert not Region.objects.filter(code="990121199").exists()


def test_a_place_is_entered_with_what_its_code_says(admin):
    page = send(admin, f"{URL}enter/", code="990102404", name="临湾渔场")
    row = Region.objects.get(code="990102404")
    assert page.url == f"{URL}{row.pk}/"
    assert (row.parent.code, row.kind, row.is_without_congress) == ("990102", "farm", True)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"code": "9901", "name": "又一市"}, "河湾市"),
        ({"code": "99010", "name": "五位"}, "位"),
        ({"code": "990199101", "name": "无上级镇"}, "登记簿中没有它的上级"),
        ({"code": "990102405", "name": ""}, 'class="error"'),
        ({"code": "990102405", "name": "镇", "parent": "12345"}, "12345"),
    ],
)
def test_what_cannot_be_entered_is_said_at_its_field(admin, typed, said):
    page = send(admin, f"{URL}enter/", **typed)
    assert page.status_code == 422
    assert said in page.content.decode()


def test_a_kind_guessed_wrong_is_mended(admin):
    street = Region.objects.get(code="990102001")
    typed = {"code": "990102001", "name": "槐荫街道", "parent": "990102", "kind": "township"}
    send(admin, f"{URL}{street.pk}/change/", version=street.version, **typed)
    street.refresh_from_db()
    assert (street.kind, street.is_without_congress) == ("township", False)
    assert not street.pasts.exists(), "mending a mistake leaves no former place"


def test_a_place_is_renamed_through_the_page_and_twice_the_same_click_once(admin):
    town = Region.objects.get(code="990102101")
    url = f"{URL}{town.pk}/becomes/rename/"
    assert 'value="狼湾镇"' in read(admin, url)
    typed = {"key": "k" * 24, "version": town.version, "name": "新湾镇", "on": "2025-07-01"}
    first, second = (admin.post(f"{url}take/", typed) for _ in range(2))
    assert first.url == second.url == f"{URL}{town.pk}/"
    assert town.pasts.count() == 1
    page = read(admin, first.url)
    assert "新湾镇" in page and "狼湾镇" in page


def test_a_refused_move_keeps_what_was_typed(admin):
    county = Region.objects.get(code="990102")
    url = f"{URL}{county.pk}/becomes/move/"
    typed = {"parent": "990102101", "code": "990109", "on": "2025-07-01", "is_followed": "on"}
    page = send(admin, f"{url}take/", version=county.version, **typed)
    assert page.status_code == 409 and 'value="990109"' in page.content.decode()
    page = send(admin, f"{url}take/", version=county.version, **typed | {"code": "990121"})
    assert page.status_code == 422, "that code is somebody else's"
    page = send(admin, f"{url}take/", version=99, **typed | {"parent": "9902"})
    assert page.status_code == 409, "somebody else was faster"


def test_a_hostile_name_is_text(admin):
    send(admin, f"{URL}enter/", code="990102406", name="<b>镇</b>")
    assert "<b>镇</b>" not in read(admin, f"{URL}?q=990102406")


def test_what_becomes_of_a_place_is_one_of_three(admin):
    assert admin.get(f"{URL}{pk('990102')}/becomes/vanish/").status_code == 404


def test_a_congress_without_a_place_sees_no_tree(city):
    Congress.objects.filter(slug="linwan").update(region=None)
    assert "狼湾镇" not in read(browser(city, "苗青禾"), "/linwan/registers/regions/")
