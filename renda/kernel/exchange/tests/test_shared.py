"""Files that nobody here made, read as they are; and invented twins of each, which always run."""

import os
from pathlib import Path

import pytest

from renda.kernel.exchange import header, layout
from renda.kernel.exchange.labels import known_by
from renda.kernel.exchange.reading.opening import opened
from renda.kernel.exchange.records import mapped, records_of
from renda.kernel.exchange.table import Column, Kind, Table
from renda.kernel.exchange.tests.sheets import text, xlsx
from tests.rules.tree import ROOT

SHARED = Path(os.environ.get("RENDA_TEST_DATA", ROOT.parent / "shared" / "data"))
SEX = {"男": "male", "女": "female"}


def table(*columns):
    return Table("t", "t", "", "page", columns, None, None)


ROSTER = table(
    Column("unit", "选区或选举单位", ("区",), is_required=True),
    Column("name", "姓名", is_required=True, longest=60),
    Column("category", "代表类别"),
    Column("sex", "性别", kind=Kind.CHOICE, words=SEX),
    Column("born", "出生日期", ("出生年月",), Kind.BORN),
    Column("party", "政治面貌", ("党派",)),
    Column("work", "工作单位", ("工作单位及职务",)),
)
PLACES = table(
    Column("code", "代码", ("code",), Kind.CODE, is_required=True),
    Column("name", "名称", ("name",), is_required=True),
)
QUESTIONS = table(
    Column("kind", "类型", kind=Kind.CHOICE, words={"单选": "one", "多选": "many", "判断": "yes"}),
    Column("text", "题干", ("question",), longest=2000, is_required=True),
    Column("answer", "答案", ("answer",), is_required=True),
)
DEBT = table(
    Column("place", "地区", is_required=True),
    Column("limit", "债务限额", ("2018年债务限额",), is_required=True),
    Column("general", "一般债务限额", ("2018年债务限额/一般债务",)),
)


def read(file, asked, **more):
    book = opened(file, name=file.name, **more)
    top = header.found(book.rows, book.merges, known_by(asked.columns))
    laid = layout.laid_out(book.rows, book.merges, top)
    return laid, records_of(asked, laid, mapped(asked, top, None))


@pytest.fixture
def file(tmp_path):
    def finds(name, twin):
        """The real file, or its invented twin."""
        if twin is None:
            if not (SHARED / name).is_file():
                pytest.skip("the shared data are not here: set RENDA_TEST_DATA to their folder")
            return SHARED / name
        path = tmp_path / "孪生"
        path.write_bytes(twin)
        return path

    return finds


ROSTER_TWIN = text(
    [
        ["区", "姓名", "代表类别", "性别", "出生年月", "党派", "工作单位及职务"],
        ["临湾区", "贺喆玥", "专业技术人员/教育", "女", "1974-11-03", "群众", "某校教师"],
        ["临湾区", "单禾", "农民", "男", "1987-05", "", "某村村民"],
        ["河东旗", "乌仁", "工人", "女", "1990", "中共党员", "某厂工人"],
    ],
    "gb18030",
)


@pytest.mark.parametrize(("twin", "many"), [(None, 60), (ROSTER_TWIN, 3)], ids=["real", "twin"])
def test_a_roster_in_the_encoding_of_offices(file, twin, many):
    laid, found = read(file("deputies/deputies_sample_gb18030.csv", twin), ROSTER)
    assert len(found.good) + len(found.bad) == many and laid.skipped == []
    assert found.bad == [], found.bad[:3]
    assert all(r.values["sex"] in SEX.values() for r in found.good)
    assert {len(r.values["born"]) for r in found.good} >= {7, 10}, "months and whole days"


PLACES_TWIN = text([["code", "name", "cityCode"], ['"990102"', '"河东旗"', "9901"], [9, "甲", 9]])


@pytest.mark.parametrize(
    ("name", "many", "twin"),
    [
        ("divisions/provinces.csv", 31, None),
        ("divisions/cities.csv", 342, None),
        ("divisions/areas.csv", 2978, None),
        ("divisions/streets_inner_mongolia.csv", 1225, None),
        ("twin", 2, PLACES_TWIN),
    ],
)
def test_codes_stay_as_they_are_written(file, name, many, twin):
    _laid, found = read(file(name, twin), PLACES)
    assert len(found.good) == many and found.bad == []
    assert all(r.values["code"].isdecimal() for r in found.good)


QUESTIONS_TWIN = xlsx(
    [
        ["序号", "类型", "题干", "选项A", "选项B", "答案", "页码"],
        [1, "单选", "人民代表大会每届任期（  ）年。", "三", "五", "B", ""],
        [2, "判断", "代表建议应当答复。", "", "", "√", "p12"],
    ]
)


@pytest.mark.parametrize(("twin", "many"), [(None, 30), (QUESTIONS_TWIN, 2)], ids=["real", "twin"])
def test_a_bank_of_questions_as_offices_make_it(file, twin, many):
    _laid, found = read(file("exam/题库_30.xlsx", twin), QUESTIONS)
    assert len(found.good) + len(found.bad) == many
    assert all("题" not in f.column or f.value == "" for _r, faults in found.bad for f in faults)


CSV_TWIN = text([["", "Question", "A", "B", "Answer"], [0, '"甲，乙，""丙"""', "x", "y", "A"]])


@pytest.mark.parametrize(("twin", "many"), [(None, 5), (CSV_TWIN, 1)], ids=["real", "twin"])
def test_questions_with_quotation_marks(file, twin, many):
    name = "exam/cmmlu_dev_chinese_civil_service_exam.csv"
    _laid, found = read(file(name, twin), QUESTIONS)
    assert len(found.good) == many


DEBT_TWIN = xlsx(
    [
        ["表4-1"],
        [None],
        ["", "", "", "单位：亿元"],
        [None, None],
        [None, "", "一般债务", "专项债务"],
        ["公  式", "A=B+C", "B", "C"],
        ["  河湾市", 409.51, 347, 62.51],
        ["临湾区", 50.4, 44.2, 6.2],
        ["合计", 459.91, 391.2, 68.71],
    ],
    merges=[
        (1, 0, 1, 3, "河湾市债务限额情况表"),
        (3, 0, 4, 0, "地   区"),
        (3, 1, 3, 3, "2018年债务限额"),
    ],
)


@pytest.mark.parametrize(("twin", "many"), [(None, 11), (DEBT_TWIN, 2)], ids=["real", "twin"])
def test_a_published_table_with_a_header_of_two_merged_lines(file, twin, many):
    name = "fiscal/province_debt__2018__official__inner_mongolia_tongliao_2018.xlsx"
    laid, found = read(file(name, twin), DEBT)
    assert (laid.header.row, laid.header.lines) == (4, 2)
    assert len(found.good) == many and found.bad == []
    assert float(found.good[0].values["general"]) == 347
    assert {s.row for s in laid.skipped} >= {1, 2, 3, 6}, "titles, unit, the formulas"


@pytest.mark.parametrize("kind", ["general", "special"])
def test_a_published_table_below_its_title_and_unit(file, kind):
    name = f"fiscal/province_debt__2025__official__hengyang_{kind}_2025.xlsx"
    laid, found = read(file(name, None), DEBT)
    assert laid.header.row == 4 and len(found.good) == 1


def test_a_published_table_with_hidden_columns_of_codes(file):
    name = "fiscal/province_debt__2018__official__inner_mongolia_xingan_2018.xlsx"
    sheet = "表4-1 地方政府债务限额及余额决算情况表"
    laid, found = read(file(name, None), DEBT, sheet=sheet)
    assert laid.header.labels[2].replace(" ", "") == "地区"
    assert [r.values["place"] for r in found.good][:1] == ["兴安盟"]
