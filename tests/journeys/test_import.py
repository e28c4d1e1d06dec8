"""A table comes in: columns put right, faults corrected, doubts decided, taken in, taken back."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from renda.kernel.exchange.tests.sheets import office_like, plain_rows, xlsx
from tests.journeys.conftest import DESK, PHONE
from tests.journeys.steps import press, said, unfold
from tests.journeys.test_looks import look

pytestmark = pytest.mark.journey
TERMS = """
from datetime import date
from django.contrib.auth import get_user_model
from renda.accounts.actions import create_user
from renda.congress.actions import give_post, hold_session, open_term
from renda.congress.roles import Role
from renda.deputies.cast import DEPUTIES
from renda.deputies.demo import TERM_FROM, recall
cast, users = recall(), get_user_model().objects
like = users.get(username="baiyueqi").password
clerk = create_user(username="qianchuan", name="管表册", password_hash=like, is_demo=True)
here = cast.bodies["qianchuan", DEPUTIES]
give_post(user=clerk, body=here, role=Role.DEPUTIES_OFFICE, from_on=TERM_FROM)
for number in (6, 7):
    year = 2031 + 5 * (number - 6)
    days = {"from_on": date(year, 12, 20), "until_on": date(year + 5, 12, 19)}
    term = open_term(congress=cast.congresses["qianchuan"], number=number, **days)
    days = {"opens_on": date(year + 2, 1, 10), "closes_on": date(year + 2, 1, 13)}
    hold_session(term=term, number=5, **days)
"""
TERM = {True: 6, False: 7}


@pytest.fixture(scope="module")
def terms(house: Any) -> None:
    """Two terms to come, each with one session under a number that the files do not have: of a
    congress where no other journey goes, for one that opens the next term would find it there."""
    house.manage("shell", "-v0", "-c", TERMS)


def listed(term: int) -> list[tuple[int, date, date]]:
    """Three sessions of that term."""
    year = 2031 + 5 * (term - 6)
    return [
        (1, date(year, 12, 20), date(year, 12, 24)),
        (2, date(year + 2, 1, 10), date(year + 2, 1, 13)),
        (3, date(year + 3, 1, 9), date(year + 3, 1, 12)),
    ]


def saved(folder: Path, name: str, data: bytes) -> str:
    """A file in the clerk's hands."""
    path = folder / name
    path.write_bytes(data)
    return str(path)


def bring(page: Any, file: str) -> None:
    """Choose the file and see the page that follows."""
    page.goto("/qianchuan/imports/sessions/")
    page.set_input_files("[name=file]", file)
    with page.expect_navigation():
        page.locator("main form button.btn-main").click()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_a_table_from_the_clerks_disk_to_the_register_and_back(
    visit: Any, terms: None, tmp_path: Path, script: bool
) -> None:
    clerk, term = visit("qianchuan", script=script), TERM[script]
    rows = plain_rows(listed(term), term=term)
    # The house remembers how headings were mapped: each of the two brings headings of its own.
    headings = [f"甲{term}", "次数", "开幕时间", "闭幕时间"]
    strange = [headings, *rows[1:], [term, 4, "某年某月", "x"]]
    bring(clerk, saved(tmp_path, "旧表.xlsx", xlsx(strange)))
    assert "没有这一届" in said(clerk), "its first column was not recognised"
    form = unfold(clerk, "choose")
    form.locator("[name=column_0]").select_option(label="届")
    press(clerk, "choose")
    assert "没有这一届" not in said(clerk)
    assert "第5行 开会日期" in said(clerk) and "这不是日期" in said(clerk)
    assert clerk.locator('form[action$="/take-in/"]').count() == 0

    bring(clerk, saved(tmp_path, "一览表.xlsx", office_like(listed(term), term=term)))
    assert "会期/开幕" in said(clerk) and "请先作出判断" in said(clerk)
    clerk.locator('form[action$="/answer/"] input[value=same]').check()
    press(clerk, "answer")
    assert "可以导入" in said(clerk)
    address = clerk.url
    press(clerk, "take-in")
    assert "已导入3行" in said(clerk)
    clerk.goto("/qianchuan/registers/sessions/")
    name = {6: "旗六届人大二次会议", 7: "旗七届人大二次会议"}[term]
    clerk.click(f"text={name}")
    assert "一览表.xlsx" in said(clerk)
    clerk.goto(address)
    unfold(clerk, "undo")
    press(clerk, "undo")
    assert "已撤销" in said(clerk)
    clerk.goto("/qianchuan/registers/sessions/")
    assert name not in said(clerk)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_pages_hold_at_both_widths(
    visit: Any, terms: None, tmp_path: Path, size: tuple[int, int]
) -> None:
    clerk = visit("qianchuan", size=size)
    rows = [*plain_rows(listed(6)), [6, "很" * 300, "某年某月", "x"]]
    addresses = [
        "/qianchuan/imports/",
        "/qianchuan/imports/sessions/",
        "/qianchuan/registers/sessions/",
    ]
    for name, data in (("有误.xlsx", xlsx(rows)), ("一览.xlsx", office_like(listed(6)))):
        bring(clerk, saved(tmp_path, name, data))
        addresses.append(clerk.url)
    bring(clerk, saved(tmp_path, "不是表.xlsx", b"%PDF-1.7"))
    addresses.append(clerk.url)
    assert [fault for address in addresses for fault in look(clerk, address)] == []


def test_a_list_goes_out_as_it_is_shown(visit: Any, terms: None) -> None:
    clerk = visit("qianchuan")
    clerk.goto("/qianchuan/registers/sessions/")
    with clerk.expect_download() as coming:
        clerk.click("text=导出为 Excel 台账")
    assert coming.value.suggested_filename.endswith(".xlsx")
    assert Path(coming.value.path()).read_bytes().startswith(b"PK")
