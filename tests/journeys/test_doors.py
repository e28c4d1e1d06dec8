"""Coming in: by a slip, by a code of the office, with a second factor, without JavaScript."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from renda.accounts.tests.conftest import code_now
from tests.journeys.conftest import DESK, PHONE, sign_in
from tests.journeys.house import PASSWORD, House
from tests.journeys.steps import said

pytestmark = pytest.mark.journey
CHOSEN = "Ziji-xuan-de-26"
NEW = """
from renda.accounts.actions import create_user, invite
from renda.kernel.permits.actor import the_system
user = create_user(username="{name}", name="{name}")
issued = invite(user=user, congress_id=1, by=the_system(1))
print(issued.token, issued.code)
"""
CODE = """
from renda.accounts.actions import give_one_time_code
from renda.accounts.models import User
from renda.kernel.permits.actor import the_system
user = User.objects.get(username="{name}")
print(give_one_time_code(user=user, congress_id=1, by=the_system(1)).code)
"""
PERSON = """
from renda.accounts.actions import create_user
create_user(username="{name}", name="{name}", password="{password}")
"""


@pytest.fixture
def rule(house: House) -> Iterator[Any]:
    """A rule that a test switches on; off again afterwards."""
    yield house.demand
    house.demand()


def tell(house: House, script: str, name: str) -> list[str]:
    """Something the office does, with what it got."""
    return house.manage("shell", "-v0", "-c", script.format(name=name, password=PASSWORD)).split()


def choose(page: Any) -> None:
    """A password of one's own."""
    page.fill("[name=password1]", CHOSEN)
    page.fill("[name=password2]", CHOSEN)
    page.click("main button.btn-main")


def set_up_app(page: Any) -> str:
    """From the list of second factors to the recovery codes; returns the key that was shown."""
    page.click("text=设置身份验证器")
    page.click("text=手工输入密钥")
    secret = page.locator("code.key").inner_text().replace(" ", "")
    page.fill("[name=code]", code_now(secret))
    page.click("text=启用这个身份验证器")
    page.wait_for_url("**/codes/")
    return secret


def sign_out(page: Any) -> None:
    """By the menu everyone has."""
    page.click("details.menu > summary")
    page.click("details.menu >> text=退出")
    page.wait_for_url(lambda url: "/accounts/" not in url)


def type_password(page: Any, login: str, password: str) -> None:
    """The first half of signing in."""
    page.goto("/accounts/login/")
    page.fill("[name=login]", login)
    page.fill("[name=password]", password)
    page.click("main button.btn-main")


def test_from_a_slip_to_a_second_factor_and_back(visit: Any, house: House, rule: Any) -> None:
    token, _code = tell(house, NEW, "yiping")
    rule("yiping")
    page = visit(size=PHONE)
    page.goto(f"/accounts/invitation/{token}/")
    assert "yiping" in said(page)
    choose(page)
    page.wait_for_url("**/second-factors/")
    assert "您的岗位要求二次验证" in said(page)
    secret = set_up_app(page)
    codes = page.locator(".spare code").all_inner_texts()
    assert len(codes) == 10 and all(re.fullmatch(r"\d{4} \d{4}", code) for code in codes)
    page.click("text=已经存好，继续")
    page.wait_for_url(lambda url: "/accounts/" not in url)
    page.goto("/accounts/")
    sign_out(page)
    type_password(page, "yiping", CHOSEN)
    page.wait_for_url("**/second-factor/")
    page.fill("[name=code]", "000000")
    page.click("main button.btn-main")
    assert "验证码不对" in said(page)
    page.fill("[name=code]", code_now(secret, later=1))
    page.click("main button.btn-main")
    page.wait_for_url(lambda url: "/accounts/" not in url)
    page.goto("/accounts/second-factors/codes/")
    assert page.locator(".spare code").count() == 10


def test_without_javascript_by_the_code_on_the_slip(visit: Any, house: House, rule: Any) -> None:
    _token, code = tell(house, NEW, "erping")
    rule("erping")
    page = visit(size=PHONE, script=False)
    page.goto("/accounts/login/")
    page.click("text=我有办公室给的登录码")
    page.fill("[name=login]", "erping")
    page.fill("[name=code]", f"{code[:4]} {code[4:8]} {code[8:]}")
    page.click("main button.btn-main")
    page.wait_for_url("**/password/choose/")
    choose(page)
    page.wait_for_url("**/second-factors/")
    set_up_app(page)
    page.goto("/accounts/second-factors/passkey/")
    assert "当前浏览器不支持通行密钥" in said(page)
    assert not page.locator("[data-passkey]").is_visible()
    page.goto("/accounts/")
    assert "还剩 10 个备用码" in said(page)


def test_a_forgotten_password_and_a_code_of_the_office(visit: Any, house: House) -> None:
    tell(house, PERSON, "sanping")
    old = visit("sanping")
    code = tell(house, CODE, "sanping")[0]
    page = visit(size=PHONE)
    page.goto("/accounts/code/?login=sanping")
    page.fill("[name=code]", code)
    page.click("main button.btn-main")
    page.wait_for_url("**/password/choose/")
    page.goto("/accounts/")
    assert "/accounts/password/choose/" in page.url, "nothing before the password"
    choose(page)
    page.wait_for_url(lambda url: "/accounts/" not in url)
    old.goto("/accounts/")
    assert "/accounts/login/" in old.url, "the sessions of before have ended"
    type_password(old, "sanping", CHOSEN)
    old.wait_for_url(lambda url: "/accounts/login/" not in url)


def test_a_rule_reaches_who_is_at_work_and_a_recovery_code_helps(
    visit: Any, house: House, rule: Any
) -> None:
    tell(house, PERSON, "siping")
    page = visit("siping")
    page.goto("/due/")
    rule("siping")
    page.goto("/due/?n=1")
    page.wait_for_url("**/second-factors/")
    set_up_app(page)
    code = page.locator(".spare code").nth(4).inner_text()
    page.click("text=已经存好，继续")
    page.wait_for_url("**/due/?n=1")
    other = visit(size=PHONE)
    type_password(other, "siping", PASSWORD)
    other.wait_for_url("**/second-factor/")
    other.fill("[name=code]", code)
    other.click("main button.btn-main")
    other.wait_for_url(lambda url: "/second-factor/" not in url)
    other.goto("/accounts/")
    assert "还剩 9 个备用码" in said(other)
    other.goto("/accounts/second-factors/")
    other.locator("text=移除").first.click()
    assert other.locator("[aria-disabled=true]").count() == 1
    assert "请先添加另一种方式" in said(other)


def test_a_passkey_is_made_used_and_removed(visit: Any, house: House) -> None:
    tell(house, PERSON, "wuping")
    page = visit("wuping", size=DESK)
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True}
    options |= {"hasUserVerification": True, "isUserVerified": True}
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    page.goto("/accounts/second-factors/")
    page.click("text=添加通行密钥")
    page.fill("[name=name]", "办公电脑")
    page.click("text=创建通行密钥")
    page.wait_for_url("**/codes/")
    page.click("text=已经存好，继续")
    page.wait_for_url("**/accounts/")
    assert "1 个通行密钥" in said(page)
    sign_out(page)
    type_password(page, "wuping", PASSWORD)
    page.wait_for_url("**/second-factor/")
    page.click("text=使用通行密钥")
    page.wait_for_url(lambda url: "/accounts/" not in url)
    page.goto("/accounts/second-factors/")
    page.click("text=移除")
    assert "办公电脑" in said(page)
    page.click("main button.btn-main")
    page.wait_for_url("**/second-factors/")
    sign_out(page)
    sign_in(page, "wuping")
    page.wait_for_url(lambda url: "/accounts/" not in url)


def test_a_browser_that_gives_up_says_so(visit: Any, house: House) -> None:
    tell(house, PERSON, "liuping")
    page = visit("liuping")
    page.goto("/accounts/second-factors/passkey/")
    page.evaluate("() => { navigator.credentials.create = () => Promise.reject(new Error()) }")
    page.click("text=创建通行密钥")
    page.wait_for_selector("[data-passkey-failed]:visible")
    assert "请再试一次" in said(page)


def test_a_sheet_of_slips_prints_without_cutting_one_in_two(visit: Any) -> None:
    page = visit("baiyueqi")
    page.goto("/hewan/try/slips/")
    slips = page.locator(".slips > li").count()
    assert slips > 20
    page.emulate_media(media="print")
    assert not page.locator(".hand-over").is_visible()
    pdf = page.pdf(format="A4")
    pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert pages <= slips / 8 + 2, "eight a page, all of one size"
    cut = "li => li.scrollHeight > li.clientHeight + 1"
    assert not page.evaluate(f"[...document.querySelectorAll('.slips > li')].some({cut})")
