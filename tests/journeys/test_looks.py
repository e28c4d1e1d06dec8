"""Every page at a phone's and a desk's width: nothing sideways, nothing axe finds, clean paper."""

import re
from typing import Any

import pytest

from tests.journeys.conftest import DESK, PHONE
from tests.journeys.steps import sheets_of
from tests.journeys.test_thin_life import answer, assign, judge, write

pytestmark = pytest.mark.journey
PUBLIC = (
    *("/", "/hewan/", "/hewan/published/", "/hewan/verify/", "/due/"),
    *("/accounts/login/", "/accounts/code/"),
)
WORK = (
    *("/hewan/desk/", "/hewan/suggestions/", "/hewan/notices/", "/accounts/sessions/"),
    *("/accounts/", "/accounts/second-factors/", "/accounts/second-factors/app/"),
    "/accounts/second-factors/passkey/",
)
PROSE = """() => {
    const copy = document.body.cloneNode(true);
    copy.querySelectorAll('code, pre, kbd, script').forEach(e => e.remove());
    document.body.after(copy); const words = copy.innerText; copy.remove(); return words;
}"""  # what is said, without the commands that are shown
REGISTERS = tuple(
    f"/hewan/registers/{name}"
    for name in ("", "congresses/", "regions/", "sittings/", "guidance/", "words/", "rules/")
)
KEPT = ("rules/suggestions.receive/", "regions/new/", "congresses/new/", "words/new/")
OFFICE = ("/hewan/notices/printed/", "/hewan/suggestions/register/", "/hewan/try/slips/")
DEPUTIES = (
    "/hewan/registers/deputies/",
    "/hewan/registers/deputies/1/",
    "/hewan/registers/deputies/new/",
    "/hewan/registers/units/",
    "/hewan/registers/units/1/",
    "/hewan/registers/certificates/",
    "/hewan/deputies/cases/",
    "/hewan/deputies/cases/report/",
    "/hewan/deputies/certificates/issue/",
    "/hewan/deputies/certificates/sheet/",
    "/hewan/deputies/proposals/",
    "/hewan/deputies/above/",
    "/hewan/deputies/1/photo/",
)
CARDS = ("/hewan/deputies/", "/hewan/deputies/1/")
MINE = "/hewan/deputies/mine/"


@pytest.fixture
def story(visit: Any) -> str:
    """A suggestion that has gone a long way, once."""
    deputy, clerk, organ = visit("wurentuoya"), visit("baiyueqi"), visit("haoyannan")
    address = write(deputy, "关于看一看页面的建议")
    assign(clerk, address)
    answer(organ, address)
    judge(deputy, address, "dissatisfied", "没有时限。")
    return address


def _axe(page: Any, address: str) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [f"{address}: {v['id']} {v['nodes'][0]['html'][:120]}" for v in found]


def _english(page: Any, address: str) -> list[str]:
    """Two Latin words side by side are a sentence somebody forgot to say in Chinese."""
    words = page.evaluate(PROSE).replace("English", "")
    return [f"{address}: {said}" for said in re.findall(r"[A-Za-z]{2,} [A-Za-z]{2,}[^\n]*", words)]


def look(page: Any, address: str) -> list[str]:
    answer = page.goto(address)
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    faults = [f"{address}: {answer.status}"] if answer.status != 200 else []
    faults += [f"{address}: {wide} px sideways"] if wide > 0 else []
    return faults + _english(page, address) + _axe(page, address)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_pages_hold_at_both_widths(visit: Any, story: str, size: tuple[int, int]) -> None:
    citizen = visit(size=size)
    faults = [f for address in (*PUBLIC, *CARDS) for f in look(citizen, address)]
    clerk = visit("baiyueqi", size=size)
    faults += [f for address in (*WORK, *OFFICE, *DEPUTIES, story) for f in look(clerk, address)]
    deputy = visit("wurentuoya", size=size)
    deputy.goto(MINE)
    helper = deputy.locator("a[href$='/assistant/']").first.get_attribute("href")
    written = (*WORK, MINE, helper, story, "/hewan/suggestions/write/")
    faults += [f for address in written for f in look(deputy, address)]
    organ = visit("haoyannan", size=size)
    faults += [f for address in (*WORK, story) for f in look(organ, address)]
    assert faults == []


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_registers_hold_at_both_widths(visit: Any, size: tuple[int, int]) -> None:
    clerk, admin = visit("baiyueqi", size=size), visit("gaojun", size=size)
    faults = [f for address in REGISTERS for f in look(clerk, address)]
    kept = [f"/hewan/registers/{name}" for name in KEPT]
    for register in ("congresses", "regions"):
        admin.goto(f"/hewan/registers/{register}/")
        row = admin.locator("tbody th a").nth(2).get_attribute("href")
        kept += [row, f"{row}edit/"]
    kept += [f"{row}becomes/{what}/" for what in ("rename", "move", "end")]
    assert faults + [f for address in kept for f in look(admin, address)] == []


@pytest.mark.parametrize("worn", ["elder", "dark"])
def test_elder_and_dark_hold_too(visit: Any, story: str, worn: str) -> None:
    clerk = visit("baiyueqi", size=PHONE)
    name, value = {"elder": ("renda_elder", "1"), "dark": ("renda_theme", "dark")}[worn]
    clerk.context.add_cookies([{"name": name, "value": value, "url": clerk.url}])
    pages = ("/hewan/desk/", "/hewan/suggestions/", story, "/hewan/")
    assert [f for address in pages for f in look(clerk, address)] == []


def test_the_sheet_prints_on_one_page_without_the_rail(visit: Any, story: str) -> None:
    clerk = visit("baiyueqi")
    clerk.goto(f"{story}print/")
    clerk.emulate_media(media="print")
    assert not clerk.locator("nav.rail").is_visible()
    assert sheets_of(clerk) == 1


def test_whoever_is_not_signed_in_sees_no_work(visit: Any, story: str) -> None:
    citizen = visit()
    citizen.goto(story)
    assert "/accounts/login/" in citizen.url
