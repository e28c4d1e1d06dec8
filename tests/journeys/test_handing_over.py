"""Somebody leaves: what is open, who takes it over, a list on paper, and the work goes on."""

from typing import Any

import pytest

from tests.journeys.conftest import DESK, PHONE
from tests.journeys.house import House
from tests.journeys.steps import press, said, sheets_of
from tests.journeys.test_looks import look
from tests.journeys.test_thin_life import assign, write

pytestmark = pytest.mark.journey
TODAY = "from renda.kernel.moment import today; print(today().isoformat())"
PK = "from renda.accounts.models import User; print(User.objects.get(username='{}').pk)"
BACK = """
from renda.accounts.models import User
from renda.congress.models import Post
from renda.congress.staffing import give_post
from renda.kernel.moment import today
user = User.objects.get(username="haoyannan")
post = Post.objects.filter(user=user, role="handler").latest("pk")
give_post(user=user, body=post.body, role=post.role, from_on=today())
"""  # the other journeys need somebody who handles for this organ


def told(house: House, script: str) -> str:
    """A fact of the house."""
    return house.manage("shell", "-v0", "-c", script).strip()


def test_a_handler_leaves_and_the_work_goes_on(visit: Any, house: House) -> None:
    deputy, clerk = visit("wurentuoya"), visit("baiyueqi")
    address = write(deputy, "关于交接不误事的建议")
    assign(clerk, address)
    admin = visit("gaojun")
    admin.goto("/hewan/accounts/?q=郝雁南")
    admin.click("main table a")
    admin.click("text=终止职务")
    assert "件事项未办结" in said(admin) and "交接不误事" not in said(admin)
    admin.click("text=交给他人")
    admin.fill("[name=user]", "shanhe")
    admin.fill("[name=from_on]", told(house, TODAY))
    admin.fill("[name=reason]", "退休")
    admin.click("main form.card button.btn-main")
    admin.wait_for_url("**/handovers/*/")
    assert "不随工作交接" in said(admin) and "交接不误事" not in said(admin)

    gone = visit("haoyannan")
    assert gone.request.get(address).status == 404, "the leaver reads it no more"

    next_one = visit("shanhe", size=PHONE)
    next_one.goto("/hewan/notices/")
    next_one.click("text=郝雁南 → 单禾")
    next_one.wait_for_url("**/handovers/*/")
    assert "关于交接不误事的建议" in said(next_one)
    next_one.click("text=关于交接不误事的建议")
    press(next_one, "receive")
    assert "关于交接不误事的建议" in said(next_one)
    told(house, BACK)


def test_the_list_prints_on_a_page_with_room_for_two_signatures(visit: Any, house: House) -> None:
    admin = visit("gaojun")
    pk = told(house, PK.format("xiechunqu"))
    admin.goto(f"/hewan/accounts/{pk}/handing-over/")
    admin.fill("[name=user]", "shanhe")
    admin.click("main form.card button.btn-main")
    admin.wait_for_url("**/handovers/*/")
    admin.emulate_media(media="print")
    assert not admin.locator("nav.rail").is_visible()
    assert not admin.locator(".crumb").first.is_visible()
    for words in ("移交人（签名、日期）", "接收人（签名、日期）", "监交人（签名、日期）"):
        assert admin.get_by_text(words).is_visible()
    assert sheets_of(admin) == 1


def test_without_javascript_a_colleague_stands_in(visit: Any, house: House) -> None:
    page = visit("kongkun", size=PHONE, script=False)
    page.goto("/hewan/posts/mine/")
    offered = page.locator("datalist option").first
    page.fill("[name=user]", offered.get_attribute("value"))
    day = told(house, TODAY)
    page.fill("[name=from_on]", day)
    page.fill("[name=until_on]", day)
    page.click("main form button.btn-main")
    assert "已登记由" in said(page) and "立即结束代班" in said(page)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_every_page_of_it_holds_at_both_widths(
    visit: Any, house: House, size: tuple[int, int]
) -> None:
    pk, admin = told(house, PK.format("baiyueqi")), visit("gaojun", size=size)
    post = f"from renda.congress.models import Post; print(Post.objects.get(user_id={pk}).pk)"
    here, number = "/hewan/", told(house, post)
    pages = ["registers/", "desk/", "accounts/", f"accounts/{pk}/", "accounts/new/"]
    pages += ["accounts/many/", "accounts/borrowing/", f"accounts/{pk}/standing-in/"]
    pages += [f"accounts/{pk}/handing-over/", "handovers/", "security-log/", "first-steps/"]
    pages += ["registers/posts/", "registers/posts/new/", f"registers/posts/{number}/"]
    pages += [f"registers/posts/{number}/edit/", f"posts/{number}/ending/", "posts/mine/"]
    faults = [fault for page in pages for fault in look(admin, here + page)]
    admin.goto("/hewan/security-log/")
    admin.click("main form button.btn-main")
    assert "高珺" in said(admin)
    both = visit("liumaixia", size=size)
    faults += [f for page in ("desk/", "posts/mine/") for f in look(both, here + page)]
    assert faults == []
