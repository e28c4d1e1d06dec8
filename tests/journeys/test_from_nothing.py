"""A congress set up from nothing through its pages, as ./run init leaves it."""

from collections.abc import Iterator
from typing import Any

import pytest

from renda.accounts.tests.conftest import code_now
from tests.journeys.conftest import sign_in
from tests.journeys.house import House, opened_house, with_one_administrator
from tests.journeys.steps import said
from tests.journeys.test_doors import CHOSEN, choose, set_up_app, type_password

pytestmark = pytest.mark.journey
HERE = "/xinjian/"
# Bodies have pages of their own elsewhere.
BODIES = """
from renda.congress.actions import add_body
from renda.congress.models import Congress
here = Congress.objects.get()
for kind, name in (("standing_committee", "常委会"), ("working_committee", "代表工委")):
    add_body(congress=here, kind=kind, name=name)
add_body(congress=here, kind="organ", name="县水利局")
"""
PEOPLE = "万和平\t代表工委\t代表工作机构\n佟雪\t常委会\t主任\n乔云\t县水利局\t承办单位经办人"


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    """A deployment with a congress, its office and its administrator; nothing else."""
    with opened_house(with_one_administrator) as house:
        yield house


def with_second_factor(page: Any) -> str:
    """A real congress asks for one at the first sign-in; returns the key of the app."""
    page.wait_for_url("**/second-factors/")
    assert "您的岗位要求二次验证" in said(page)
    return set_up_app(page)


def enter_term(admin: Any) -> None:
    """From the desk by the list of first steps to the first thing that is missing."""
    admin.goto(f"{HERE}desk/")
    assert "还差" in said(admin)
    admin.click("text=查看起步清单")
    admin.click("text=下一步：本届")
    admin.click("main a.btn-main")
    admin.fill("[name=number]", "9")
    admin.fill("[name=from_on]", "2026-01-05")
    admin.click("main form button.btn-main")


def make_accounts(admin: Any) -> str:
    """From the list of first steps to the slips; returns the code on the first one's."""
    admin.goto(f"{HERE}first-steps/")
    admin.click("text=工作人员账号")
    admin.fill("[name=people]", PEOPLE)
    admin.click("main form button.btn-main")
    admin.wait_for_selector(".slips")
    assert admin.locator(".slips > li").count() == 3
    slip = admin.locator(".slips > li", has_text="万和平")
    code: str = slip.locator(".slip-code").inner_text()
    return code


def come_in(page: Any, code: str) -> str:
    """By the slip, to a password and a second factor; returns the key of the app."""
    page.goto("/accounts/code/?login=xinjian001")
    page.fill("[name=code]", code)
    page.click("main button.btn-main")
    page.wait_for_url("**/password/choose/")
    choose(page)
    return with_second_factor(page)


def test_from_an_administrator_to_people_at_work(visit: Any, house: House) -> None:
    admin, clerk, again = visit(), visit(), visit()
    sign_in(admin, "guanli")
    with_second_factor(admin)
    enter_term(admin)
    house.manage("shell", "-v0", "-c", BODIES)
    secret = come_in(clerk, make_accounts(admin))
    clerk.goto(f"{HERE}desk/")
    assert "万和平" in said(clerk)
    assert clerk.request.get(f"{HERE}suggestions/").status == 200
    assert clerk.request.get(f"{HERE}accounts/").status == 403

    admin.goto(f"{HERE}accounts/?q=万和平")
    assert "正常" in said(admin)
    type_password(again, "xinjian001", CHOSEN)
    again.wait_for_url("**/second-factor/")
    again.fill("[name=code]", code_now(secret, later=1))
    again.click("main button.btn-main")
    again.wait_for_url(lambda url: "/accounts/" not in url)
