"""A congress set up from nothing through its pages, as ./run init leaves it."""

from collections.abc import Iterator
from typing import Any

import pytest

from renda.accounts.tests.conftest import code_now
from tests.journeys.conftest import sign_in
from tests.journeys.house import House, opened_house, with_one_administrator
from tests.journeys.steps import said
from tests.journeys.test_doors import CHOSEN, choose, set_up_app

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


def test_from_an_administrator_to_people_at_work(visit: Any, house: House) -> None:
    admin = visit()
    sign_in(admin, "guanli")
    admin.wait_for_url("**/second-factors/")
    assert "您的岗位要求二次验证" in said(admin), "on by default in a real congress"
    set_up_app(admin)
    admin.goto(f"{HERE}desk/")
    assert "还差" in said(admin)
    admin.click("text=查看起步清单")
    admin.click("text=下一步：本届")
    admin.click("main a.btn-main")
    admin.fill("[name=number]", "9")
    admin.fill("[name=from_on]", "2026-01-05")
    admin.click("main form button.btn-main")
    house.manage("shell", "-v0", "-c", BODIES)

    admin.goto(f"{HERE}first-steps/")
    admin.click("text=工作人员账号")
    admin.fill("[name=people]", PEOPLE)
    admin.click("main form button.btn-main")
    admin.wait_for_selector(".slips")
    assert admin.locator(".slips > li").count() == 3
    slip = admin.locator(".slips > li", has_text="万和平")
    code = slip.locator(".slip-code").inner_text()

    clerk = visit()
    clerk.goto("/accounts/code/?login=xinjian001")
    clerk.fill("[name=code]", code)
    clerk.click("main button.btn-main")
    clerk.wait_for_url("**/password/choose/")
    choose(clerk)
    clerk.wait_for_url("**/second-factors/")
    secret = set_up_app(clerk)
    clerk.goto(f"{HERE}desk/")
    assert "万和平" in said(clerk)
    assert clerk.request.get(f"{HERE}suggestions/").status == 200
    assert clerk.request.get(f"{HERE}accounts/").status == 403

    admin.goto(f"{HERE}accounts/?q=万和平")
    assert "正常" in said(admin)
    admin.goto(f"{HERE}first-steps/")
    assert "代表工作机构的工作人员" in said(admin)
    again = visit()
    again.goto("/accounts/login/")
    again.fill("[name=login]", "xinjian001")
    again.fill("[name=password]", CHOSEN)
    again.click("main button.btn-main")
    again.wait_for_url("**/second-factor/")
    again.fill("[name=code]", code_now(secret, later=1))
    again.click("main button.btn-main")
    again.wait_for_url(lambda url: "/accounts/" not in url)
