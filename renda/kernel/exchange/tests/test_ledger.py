"""A list goes out as shown, as the ledger that is sent upward; nothing in it is obeyed."""

import csv
import io
import re
import zipfile
from datetime import date
from html import unescape

import pytest
from django.test import Client

from renda.accounts.models import SecurityEntry
from renda.congress.tables.sessions import SESSIONS
from renda.kernel.exchange import blank, ledger
from renda.kernel.exchange.examining import Choices, examine
from renda.kernel.exchange.reading.opening import opened
from renda.kernel.exchange.table import Column, Kind, Table
from renda.kernel.exchange.views import export
from tests.hostile.text import PIECES

pytestmark = pytest.mark.django_db
HEADS = (ledger.Head("姓名", is_name=True), ledger.Head("说明"), ledger.Head("生日"))
FORMULAS = ("=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0", "=HYPERLINK(1)")


def written(rows, heads=HEADS, title="代表名册"):
    return ledger.as_xlsx(ledger.Ledger(title, "河湾市人大常委会", heads, rows))


def part(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return packed.read(f"xl/{name}").decode()


@pytest.fixture
def read(tmp_path):
    def reads(data):
        file = tmp_path / "表"
        file.write_bytes(data)
        return opened(file, name="表").rows

    return reads


def test_title_unit_day_serial_numbers_and_rows(read):
    rows = read(written([("单禾", "主席", date(1974, 11, 3)), ("那仁格日勒图", "", None)]))
    assert rows[0] == (1, ["代表名册"])
    assert rows[1][1][0] == "单位：河湾市人大常委会" and "年" in rows[1][1][-1]
    assert rows[2] == (3, ["序号", "姓名", "说明", "生日"])
    assert rows[3] == (4, [1, "单　禾", "主席", ["1974-11-03"]])
    assert rows[4] == (5, [2, "那仁格日勒图"])


def test_it_is_made_for_paper():
    sheet = part(written([("甲", "乙", None)] * 99), "worksheets/sheet1.xml")
    assert 'orientation="landscape"' in sheet and 'paperSize="9"' in sheet
    assert 'fitToHeight="0"' in sheet and "第 &amp;P 页" in sheet
    names = part(written([("甲", "乙", None)] * 99), "workbook.xml")
    assert "$1:$3" in names, "title and header on every page"
    assert "$A$1:$D$102" in names, "and nothing else is printed"
    styles = part(written([("甲", "乙", None)]), "styles.xml")
    assert "wrapText" in styles and '<left style="thin">' in styles


def test_a_wide_list_goes_on_a_larger_sheet():
    heads = tuple(ledger.Head(f"很长的一个表头{n}") for n in range(12))
    assert 'paperSize="8"' in part(written([["甲"] * 12], heads), "worksheets/sheet1.xml")


@pytest.mark.parametrize("formula", FORMULAS)
def test_what_begins_like_a_formula_is_a_text(read, formula):
    data = written([(formula, formula, None)], title=formula)
    assert "<f>" not in part(data, "worksheets/sheet1.xml")
    assert 'quotePrefix="1"' in part(data, "styles.xml"), "and stays one when it is edited"
    assert read(data)[3][1][2].strip() == formula.strip()
    plain = ledger.as_csv(ledger.Ledger("", "", HEADS, [(formula, formula, None)]))
    assert not re.search(r"(^|,)\"?[=+@\t-]", plain.decode("utf-8-sig"), re.MULTILINE)


def test_hostile_text_in_every_cell_comes_out_whole(read):
    rows = [(piece, piece, piece) for piece in PIECES]
    assert len(read(written(rows))) >= len(PIECES)
    assert ledger.as_csv(ledger.Ledger("", "", HEADS, rows)).startswith(b"\xef\xbb\xbf")


def test_long_numbers_stay_texts(read):
    assert read(written([("甲", 13912345678, None)]))[3][1][2] in ("13912345678", 13912345678)


def test_our_own_ledger_is_read_again_by_our_own_import(read, desk, tmp_path):
    client = Client(headers={"accept-language": "zh-hans"})
    client.force_login(desk.city.users["高珺"])
    file = tmp_path / "台账.xlsx"
    file.write_bytes(client.get("/hewan/registers/terms/export/").content)
    assert opened(file, name="台账").rows[2][1][:2] == ["序号", "届"]


def test_the_empty_table_is_read_by_the_import_it_is_for(desk, tmp_path):
    file = tmp_path / "空表.xlsx"
    file.write_bytes(blank.as_xlsx(SESSIONS))
    seen = examine(SESSIONS, desk.congress, desk.clerk, file, "空表", Choices())
    assert set(seen.mapping.values()) == {"term", "number", "opens_on", "closes_on"}
    assert seen.plan.counts["read"] == 0 and seen.plan.is_clean


def test_the_empty_table_offers_the_words_of_a_choice():
    words = {"female": "female", "男": "male", "女": "female"}  # keys are for machines
    columns = (
        Column("sex", "性别", kind=Kind.CHOICE, words=words),
        Column("code", "编号", kind=Kind.CODE),
        Column("is_in", "在册", kind=Kind.YES),
    )
    data = blank.as_xlsx(Table("x", "名册", "", "page", columns, None, None))
    sheet = unescape(part(data, "worksheets/sheet1.xml"))
    assert '"男,女"' in sheet and '"是,否"' in sheet


def exported(city, who, query=""):
    client = Client(headers={"accept-language": "zh-hans"})
    client.force_login(city.users[who])
    return client.get(f"/hewan/registers/terms/export/{query}")


def test_the_list_that_is_shown_is_the_list_that_goes_out(city, read):
    answer = exported(city, "高珺")
    assert answer["Content-Type"].endswith("sheet")
    assert "filename*=UTF-8''" in answer["Content-Disposition"]
    rows = read(answer.content)
    assert [cells[1] for _n, cells in rows[3:]] == ["第五届"]
    text = exported(city, "高珺", "?as=csv").content.decode("utf-8-sig").splitlines()
    assert text[0].startswith("届,") and text[1].startswith("第五届,2021-12-20")


def test_a_tree_goes_out_as_it_is_shown(city):
    client = Client(headers={"accept-language": "zh-hans"})
    client.force_login(city.users["高珺"])
    for register in ("bodies", "organs"):
        pages = client.get(f"/hewan/registers/{register}/").context
        sent = client.get(f"/hewan/registers/{register}/export/?as=csv").content.decode("utf-8-sig")
        names = [line[0] for line in csv.reader(sent.splitlines()[1:])]
        shown = [cells[0].value for _row, cells in pages["rows"]]
        assert names[: len(shown)] == shown


def test_every_export_stands_in_the_security_log(city):
    exported(city, "高珺")
    entry = SecurityEntry.objects.get(kind=SecurityEntry.Kind.EXPORT)
    assert entry.user_id == city.users["高珺"].pk
    assert "terms" in entry.detail and "1" in entry.detail


def test_who_does_not_read_a_register_exports_nothing(city):
    assert exported(city, "乌仁托娅").status_code == 404
    assert exported(city, "高珺", "?as=exe").status_code == 404
    assert Client().get("/hewan/registers/terms/export/").status_code == 302
    assert not SecurityEntry.objects.filter(kind=SecurityEntry.Kind.EXPORT).exists()


def test_a_list_too_long_for_one_file_is_refused_and_not_cut(city, monkeypatch):
    monkeypatch.setattr(export, "MOST", 0)
    answer = exported(city, "高珺")
    assert answer.status_code == 409 and "请先搜索或筛选" in answer.content.decode()
    assert not SecurityEntry.objects.filter(kind=SecurityEntry.Kind.EXPORT).exists()
