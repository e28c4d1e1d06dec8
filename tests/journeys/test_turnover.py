"""换届 on the guided pages, at a desk, on a phone and without JavaScript; given up at the end, so
that the house is as it was for other journeys."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from renda.kernel.moment import today
from tests.journeys.conftest import PHONE
from tests.journeys.steps import said
from tests.journeys.test_looks import look

pytestmark = pytest.mark.journey
OPENS = today() + timedelta(days=60)
NEXT = "下一步："


def go(page: Any, button: str) -> None:
    """Press a button by its words and see the page that follows."""
    with page.expect_navigation():
        page.locator("main").get_by_role("button", name=button, exact=True).click()


def follow(page: Any, link: str) -> None:
    """Follow a link by its words."""
    with page.expect_navigation():
        page.locator("main").get_by_role("link", name=link, exact=True).first.click()


def open_term(page: Any, slug: str) -> None:
    """From the registers' hub to the opened term."""
    page.goto(f"/{slug}/registers/")
    page.locator("main a", has_text="换届").first.click()
    page.fill("[name=opens_on]", OPENS.isoformat())
    page.fill("[name=closes_on]", (OPENS + timedelta(days=4)).isoformat())
    go(page, "设立新一届，下一步")


def fill_roster(page: Any, again: Sequence[str], new: Sequence[str]) -> None:
    """Re-elected with a tick, new by hand; who is called like an old deputy is told apart."""
    follow(page, f"{NEXT}新一届代表名册")
    for name in again:
        page.locator("label", has_text=name).locator("input").check()
    if again:
        go(page, "按连任录入")
    for name in new:
        form = page.locator("form[action$='/roster/new/']")
        form.locator("[name=name]").fill(name)
        with page.expect_navigation():
            form.locator("button").click()
    if "是同一个人吗" in said(page):
        go(page, "同名的两个人")
    if new:
        go(page, f"按识别结果确认{len(new)}人")


def decide(page: Any) -> None:
    """Whatever comes next, until nothing is left but to settle it."""
    while page.locator("main a", has_text=NEXT).count():
        with page.expect_navigation():
            page.locator("main a", has_text=NEXT).click()
        is_days = "日期和冻结时间" in page.locator("h1").inner_text()
        go(page, "确定这些日期" if is_days else "确认本项")


def give_up(page: Any) -> None:
    """Take it back, then give it up: nothing of the old term was touched."""
    go(page, "收回修改")
    page.locator("summary", has_text="取消这次换届").click()
    go(page, "取消这次换届")
    assert "已取消" in said(page)


def looks(page: Any) -> list[str]:
    """What is wrong with any of its pages: sideways, English, what axe finds."""
    here = page.url[page.url.index("/", 8) :]
    pages = ("", "roster/", "parts/seats/", "parts/posts/", "parts/suggestions/", "days/")
    faults = [fault for name in pages for fault in look(page, f"{here}{name}")]
    page.goto(here)
    return faults


def play(
    page: Any, slug: str, again: Sequence[str], new: Sequence[str], *, script: bool = True
) -> None:
    """The whole of it."""
    open_term(page, slug)
    fill_roster(page, again, new)
    page.goto(f"/{slug}/deputies/turnover/")
    decide(page)
    assert not script or looks(page) == []
    go(page, "确定换届")
    assert "已确定，到日生效" in said(page)
    give_up(page)


def test_a_city_at_the_desk(visit: Any) -> None:
    page = visit("baiyueqi")
    play(page, "hewan", ["乌仁托娅", "那仁格日勒图"], ["苏木吉", "秦二柱"])


def test_a_township_on_its_chairs_phone(visit: Any) -> None:
    page = visit("liumaixia", size=PHONE)
    play(page, "langwan", ["刘麦霞"], ["额尔敦"])


def test_a_district_without_javascript(visit: Any) -> None:
    play(visit("miaoqinghe", script=False), "linwan", [], ["苏木吉", "额尔敦"], script=False)
