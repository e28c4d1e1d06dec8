"""A deputy's card from a phone to the citizen; a seat from the vacancy to the announcement."""

from typing import Any

import pytest

from tests.journeys.conftest import PHONE
from tests.journeys.house import House
from tests.journeys.steps import said

pytestmark = pytest.mark.journey
COMMITTEE = (
    "from datetime import date;"
    "from renda.congress.actions import add_body, give_post;"
    "from renda.congress.models import Congress;"
    "from django.contrib.auth import get_user_model;"
    "here = Congress.objects.get(slug='hewan');"
    "body = add_body(congress=here, kind='qualification', name='代表资格审查委员会');"
    "who = get_user_model().objects.get(username='aoriqileng');"
    "give_post(user=who, body=body, role='committee_head', from_on=date(2022, 1, 5))"
)


def _send(page: Any, words: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=words, exact=True).click()


def test_a_deputy_chooses_on_a_phone_what_citizens_read(visit: Any) -> None:
    deputy, citizen = visit("liumaixia", size=PHONE), visit(size=PHONE)
    deputy.goto("/hewan/desk/")
    deputy.get_by_role("link", name="我的名片").click()
    deputy.locator("[name=extras][value=work]").check()
    deputy.locator("[name=extras][value=introduction]").check()
    deputy.locator("[name=introduction]").fill("常年在镇上走动，愿意听您说。")
    _send(deputy, "保存名片")
    assert "群众看到的就是这样" in said(deputy)
    citizen.goto("/hewan/")
    citizen.get_by_role("link", name="找代表").first.click()
    citizen.fill("[name=q]", "麦霞")
    citizen.get_by_role("link", name="刘麦霞").click()
    words = said(citizen)
    assert "愿意听您说" in words and "狼湾镇人大主席" in words and "汉族" not in words


def test_a_seat_from_the_by_election_to_the_announcement(visit: Any, house: House) -> None:
    house.manage("shell", "-v0", "-c", COMMITTEE)
    clerk, examiner = visit("baiyueqi"), visit("aoriqileng")
    clerk.goto("/hewan/registers/deputies/new/")
    clerk.fill("[name=name]", "席海棠")
    clerk.locator("[name=beginning]").select_option(label="补选")
    clerk.locator("[name=unit]").select_option(label="五泉县")
    _send(clerk, "登记")
    assert "待确认" in said(clerk)
    clerk.get_by_role("link", name="确认代表资格").click()
    examiner.goto(clerk.url)
    examiner.get_by_text("提出审查报告").first.click()
    examiner.locator("[name=report]").fill("当选有效。")
    _send(examiner, "提出审查报告")
    clerk.reload()
    clerk.locator("summary", has_text="公告").first.click()
    clerk.locator("[name=announcement]").fill("公告第6号")
    _send(clerk, "公告")
    assert "公告第6号" in said(clerk)
    clerk.goto("/hewan/deputies/?q=席海棠")
    assert "席海棠" in said(clerk)
