"""A deputy who never signs in: everything is registered from signed papers (代录)."""

from pathlib import Path
from typing import Any

import pytest

from renda.kernel.moment import today
from renda.suggestions.demo.telling import blank_sheet
from tests.journeys.steps import press, said, unfold
from tests.journeys.test_thin_life import answer, assign

pytestmark = pytest.mark.journey


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A scan."""
    file = tmp_path / "建议纸.png"
    file.write_bytes(blank_sheet())
    return file


def test_a_deputy_on_paper_from_end_to_end(visit: Any, paper: Path) -> None:
    clerk, organ = visit("baiyueqi"), visit("haoyannan")
    clerk.goto("/hewan/suggestions/register/")
    clerk.locator("[name=sponsor]").select_option(label="秦二柱")
    clerk.fill("[name=signed_on]", today().isoformat())
    clerk.set_input_files("[name=scan]", str(paper))
    clerk.fill("[name=title]", "关于加快末级渠系衬砌的建议")
    clerk.fill("[name=problem]", "土渠渗漏，浇一亩地多用三成水。")
    clerk.locator("[name=requests]").nth(0).fill("列入年度计划。")
    with clerk.expect_navigation():
        clerk.locator("main form button.btn-main").click()
    address = clerk.url
    assert "待审查" in said(clerk)
    assert "秦二柱" in said(clerk)
    assign(clerk, address)
    answer(organ, address)
    clerk.goto(address)
    form = unfold(clerk, "judge")
    form.locator("[name^=attitude_][value=satisfied]").check()
    form.locator("[name^=result_][value=satisfied]").check()
    form.locator("[name=on]").fill(today().isoformat())
    form.locator("[name=signed_name]").fill("秦二柱")
    form.locator("[name=scan]").set_input_files(str(paper))
    press(clerk, "judge")
    assert "已办结" in said(clerk)
    assert "代录" in said(clerk)
    _printed(clerk)


def _printed(clerk: Any) -> None:
    """The office prints what he has to be told, and marks it as passed on."""
    clerk.wait_for_timeout(1500)  # the worker delivers twice a second
    clerk.goto("/hewan/notices/printed/")
    assert "秦二柱" in said(clerk)
    with clerk.expect_navigation():
        clerk.locator("main form button").first.click()
    assert "秦二柱" not in said(clerk)
