"""The thin life of a suggestion: a deputy's phone, the office's and the organ's desks."""

import re
from typing import Any

import pytest

from renda.kernel.moment import today
from tests.journeys.conftest import PHONE
from tests.journeys.steps import press, said, unfold

pytestmark = pytest.mark.journey
TITLE = "关于修复槐荫街道路灯的建议"
ORGAN = "市住房和城乡建设局"


def write(page: Any, title: str) -> str:
    """Write and submit a suggestion; returns its address."""
    page.goto("/hewan/suggestions/write/")
    page.fill("[name=title]", title)
    page.fill("[name=problem]", "槐荫街道十二盏路灯不亮，老人夜里不敢出门。")
    page.locator("[name=requests]").nth(0).fill("六月底前修复。")
    with page.expect_navigation():
        page.click("button[name=then][value=submit]")
    address: str = re.sub(r"^https?://[^/]+", "", page.url)
    return address


def assign(page: Any, address: str) -> None:
    """The office accepts and assigns to one lead organ."""
    page.goto(address)
    press(page, "accept")
    form = unfold(page, "assign")
    form.locator("[name=lead]").select_option(label=ORGAN)
    press(page, "assign")


def answer(page: Any, address: str, *, again: bool = False) -> None:
    """The organ signs, talks with the deputy and replies."""
    page.goto(address)
    if not again:
        press(page, "receive")
    form = unfold(page, "log_contact")
    form.locator("[name=held_on]").fill(today().isoformat())  # in Beijing
    form.locator("[name=summary]").fill("与代表当面沟通。")
    press(page, "log_contact")
    form = unfold(page, "reply")
    form.locator("[name=text]").fill("一、六月底前全部修复。")
    form.locator("[name=result]").select_option("B")
    press(page, "reply")


def judge(page: Any, address: str, result: str, reason: str = "") -> None:
    """The deputy judges."""
    page.goto(address)
    form = unfold(page, "judge")
    form.locator("[name^=attitude_][value=satisfied]").check()
    form.locator(f"[name^=result_][value={result}]").check()
    form.locator("[name^=reason_]").fill(reason)
    press(page, "judge")


def test_from_a_phone_to_the_public_page(visit: Any) -> None:
    deputy, clerk = visit("wurentuoya", size=PHONE), visit("baiyueqi")
    organ, citizen = visit("haoyannan"), visit(size=PHONE)
    address = write(deputy, TITLE)
    assert "待审查" in said(deputy)
    assign(clerk, address)
    assert "待签收" in said(clerk)
    answer(organ, address)
    judge(deputy, address, "dissatisfied", "没有写明责任人。")
    assert "重新办理" in said(deputy)
    answer(organ, address, again=True)
    judge(deputy, address, "satisfied")
    assert "已办结" in said(deputy)
    citizen.goto("/hewan/published/")
    assert TITLE not in said(citizen)
    clerk.goto(address)
    press(clerk, "publish")
    citizen.goto("/hewan/published/")
    citizen.click(f"text={TITLE}")
    assert "六月底前全部修复" in said(citizen)
    assert "不满意" in said(citizen)


def test_the_whole_way_without_javascript(visit: Any) -> None:
    deputy = visit("narengeriletu", size=PHONE, script=False)
    clerk = visit("baiyueqi", script=False)
    organ = visit("haoyannan", script=False)
    address = write(deputy, "关于增设北桥街道公交站点的建议")
    assign(clerk, address)
    organ.goto(address)
    press(organ, "receive")
    form = unfold(organ, "log_contact")
    form.locator("[name=held_on]").fill(today().isoformat())
    form.locator("[name=summary]").fill("电话沟通。")
    press(organ, "log_contact")
    form = unfold(organ, "reply")
    form.locator("[name=text]").fill("已列入计划。")
    form.locator("[name=result]").select_option("B")
    press(organ, "reply")
    judge(deputy, address, "satisfied")
    assert "已办结" in said(deputy)


def test_it_saves_itself_while_one_writes(visit: Any) -> None:
    page = visit("liumaixia", size=PHONE)
    page.goto("/hewan/suggestions/write/")
    page.fill("[name=title]", "关于写到一半的建议")
    page.locator("[data-saved]", has_text="已自动保存").wait_for(timeout=8000)
    page.goto("/hewan/desk/")
    page.click("text=关于写到一半的建议")
    assert "关于写到一半的建议" in page.content()


def test_a_refusal_keeps_what_was_typed(visit: Any) -> None:
    deputy, clerk = visit("wurentuoya", size=PHONE), visit("baiyueqi")
    address = write(deputy, "关于两个窗口的建议")
    other = clerk.context.new_page()
    other.goto(address)
    clerk.goto(address)
    form = unfold(clerk, "return_for_revision")
    form.locator("[name=reason]").fill("请写明地点。")
    press(other, "accept")
    press(clerk, "return_for_revision")
    assert "请写明地点。" in clerk.content()
    assert clerk.locator("[role=alert]").count() >= 1
