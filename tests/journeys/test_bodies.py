"""Bodies and members in a browser: every page at both widths, a slate seated, a list printed."""

from typing import Any

import pytest

from tests.journeys.conftest import DESK, PHONE
from tests.journeys.test_looks import look

pytestmark = pytest.mark.journey
PAGES = (
    "/hewan/deputies/day/?present=3",
    "/hewan/deputies/delegations/",
    "/hewan/deputies/groups/?topic=教育",
    "/hewan/deputies/groups/propose/field/",
    "/hewan/registers/groups/",
    "/hewan/registers/memberships/",
    "/hewan/registers/delegations/",
    "/hewan/registers/consultative/",
    "/hewan/registers/group-exceptions/",
)


def opened(page: Any, register: str) -> str:
    """The address of the first row of a register."""
    page.goto(f"/hewan/registers/{register}/")
    address: str = page.locator("tbody th a").first.get_attribute("href")
    return address


@pytest.mark.parametrize(
    ("size", "worn"),
    [(PHONE, ""), (DESK, ""), (PHONE, "elder"), (DESK, "dark")],
    ids=["phone", "desk", "elder", "dark"],
)
def test_pages_of_bodies_hold(visit: Any, size: tuple[int, int], worn: str) -> None:
    clerk = visit("baiyueqi", size=size)
    cookie = {"elder": ("renda_elder", "1"), "dark": ("renda_theme", "dark")}.get(worn)
    if cookie:
        named = {"name": cookie[0], "value": cookie[1], "url": clerk.url}
        clerk.context.add_cookies([named])
    seat = opened(clerk, "memberships")
    body = f"/hewan/deputies/bodies/{_body(clerk)}/"
    pk = seat.rstrip("/").rpartition("/")[2]
    pages = [*PAGES, seat, f"{seat}edit/", opened(clerk, "groups"), opened(clerk, "delegations")]
    pages += [body, f"{body}seat/", f"{body}order/"]
    pages += [f"/hewan/deputies/seats/{pk}/{act}/" for act in ("leave", "office")]
    assert [fault for address in pages for fault in look(clerk, address)] == []


def test_a_slate_is_pasted_and_the_list_of_names_is_printed(visit: Any) -> None:
    clerk = visit("baiyueqi")
    clerk.goto(f"/hewan/deputies/bodies/{_body(clerk)}/seat/")
    clerk.fill("[name=names]", "乌仁托娅（女，蒙古族）\n秦二柱、查无此人")
    clerk.click("main .btn-main")
    assert "没有查无此人" in clerk.locator("main").inner_text()
    clerk.fill("[name=names]", "乌仁托娅（女，蒙古族）\n秦二柱")
    clerk.click("main .btn-main")
    assert "已登记2人任职" in clerk.locator("main").inner_text()
    clerk.goto("/hewan/deputies/day/")
    clerk.emulate_media(media="print")
    assert clerk.locator("text=乌仁托娅").first.is_visible()
    assert not clerk.locator("main form").first.is_visible(), "paper has no fields"
    assert not clerk.locator("nav.rail").is_visible()


def _body(page: Any) -> str:
    """The number of the standing committee, from the page of the day."""
    page.goto("/hewan/deputies/day/")
    address: str = page.locator("main section h2 a").first.get_attribute("href")
    return address.rstrip("/").rpartition("/")[2]
