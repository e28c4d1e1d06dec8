"""The header is found below titles and in merged lines; what is no record is left out and named."""

import pytest

from renda.congress.tables.sessions import SESSIONS
from renda.kernel.exchange import header, layout
from renda.kernel.exchange.labels import assigned, known_by, letter, plain
from renda.kernel.exchange.reading.opening import opened
from renda.kernel.exchange.records import mapped, records_of
from renda.kernel.exchange.table import Column, Kind, Table
from renda.kernel.exchange.tests.sheets import DATA, office_like, plain_rows, text, xlsx

ORGANS = Table(
    key="organs-of-tests",
    label="单位",
    about="",
    icon="page",
    columns=(
        Column("name", "单位名称", ("承办单位", "单位"), is_required=True),
        Column("contact", "联系人", ("联系人/姓名",)),
        Column("phone", "联系电话", ("联系人电话",), Kind.TEXT),
        Column("code", "编号", (), Kind.CODE),
    ),
    to=None,
    plan=None,
)


@pytest.fixture
def laid(tmp_path):
    def lays(data, table=SESSIONS, **asked):
        file = tmp_path / "表"
        file.write_bytes(data)
        book = opened(file, name="表", **asked)
        top = header.found(book.rows, book.merges, known_by(table.columns))
        found = layout.laid_out(book.rows, book.merges, top)
        return found, records_of(table, found, mapped(table, top, None))

    return lays


def numbers(records):
    return [(r.row, r.values.get("term"), r.values["number"]) for r in records.good]


def test_the_workbook_of_an_office_is_read_as_the_office_means_it(laid):
    found, records = laid(office_like())
    assert found.header.row == 3
    assert found.header.labels == ("序号", "届 次", "次数", "会期/开幕", "会期/闭幕", "备注")
    assert numbers(records) == [(6, 6, 1), (7, 6, 2), (9, 6, 3)], "the term reaches down"
    assert [r.values["opens_on"].isoformat() for r in records.good][:1] == ["2031-12-20"]
    assert records.bad == []


def test_every_row_is_accounted_for(laid):
    found, records = laid(office_like())
    left_out = {skipped.row: skipped.text for skipped in found.skipped}
    assert left_out == {
        1: "河湾市历次人民代表大会会议一览表",
        2: "填报单位：河湾市人大常委会办公室 2031年12月30日",
        5: "一、已经召开的会议",
        8: "序号 届次 次数 开幕 闭幕 备注",
        10: "合计 3",
        11: "",
        12: "备注：会期以公告为准",
        13: "填表人： 审核人：",
    }
    assert len({skipped.why for skipped in found.skipped}) == 6, "each with its reason"
    in_header = {3, 4}
    assert {r.row for r in records.good} | set(left_out) | in_header == set(range(1, 14))


def test_the_xls_of_the_nineties_says_the_same(laid):
    _found, records = laid((DATA / "sessions.xls").read_bytes())
    assert numbers(records) == [(5, 6, 1), (6, 6, 2), (7, 6, 3)]


def test_two_lines_without_merged_cells_in_a_text_file(laid):
    rows = [
        ["单位", "联系人", "", "编号"],
        ["", "姓名", "电话", ""],
        ["甲局", "乙", "8212345", "01"],
    ]
    found, records = laid(text(rows), ORGANS)
    assert found.header.labels == ("单位", "联系人/姓名", "联系人/电话", "编号")
    said = {"name": "甲局", "contact": "乙", "phone": "8212345", "code": "01"}
    assert [r.values for r in records.good] == [said]


def test_a_title_over_all_columns_is_no_part_of_the_header(laid):
    rows = [[None], ["单位", "编号"], ["甲局", "01"], ["乙局", "02"]]
    found, records = laid(xlsx(rows, merges=[(0, 0, 0, 1, "承办单位一览表")]), ORGANS)
    assert (found.header.row, found.header.lines) == (2, 1)
    assert len(records.good) == 2


def test_a_header_of_other_words_is_still_taken_for_the_header(laid):
    found, records = laid(
        text([["名单", ""], ["机构全称", "代号"], ["甲局", "01"], ["乙局", "2"]]), ORGANS
    )
    assert found.header.row == 2
    assert records.good[0].values == {}, "nothing is mapped by itself"


@pytest.mark.parametrize(
    "cells",
    [
        ["合计", "", "2"],
        ["小 计"],
        ["总计：2个单位"],
        ["", "合计(2)", ""],
        ["备注", "以上按序排列"],
        ["注1：含驻市单位"],
        ["制表人：甲　审核人：乙　2025年3月5日"],
        ["单位负责人：甲", "填表人：乙"],
        ["（二）政府部门"],
        ["二、政府部门"],
        ["单位", "联系人", "联系电话", "编号"],
        [" 单 位 ", "", "联系电话", "编号"],
    ],
    ids=lambda cells: cells[0] or cells[1],
)
def test_rows_that_are_no_record(laid, cells):
    found, records = laid(
        text([["单位", "联系人", "联系电话", "编号"], ["甲局"], cells, ["乙局"]]), ORGANS
    )
    assert [r.row for r in records.good] == [2, 4]
    assert [s.row for s in found.skipped] == [3]


@pytest.mark.parametrize(
    "name",
    [
        "统计局",
        "合计路街道办",
        "备注管理中心",
        "一中",
        "说明书检测所",
        "计量院",
        "小计村委会办公室",
    ],
)
def test_a_record_that_only_sounds_like_a_remark_is_a_record(laid, name):
    found, records = laid(text([["单位", "联系人", "编号"], [name, "甲", "01"]]), ORGANS)
    assert [r.values["name"] for r in records.good] == [name]
    assert found.skipped == []


def test_numbers_of_the_columns_below_a_statistical_header(laid):
    rows = [["单位", "联系人", "编号"], ["甲", "乙", "1"], ["甲局", "某人", "7"], ["1", "2", "3"]]
    _found, records = laid(text(rows), ORGANS)
    assert [r.row for r in records.good] == [3, 4], "only straight below the header"


def test_prepared_rows_with_nothing_but_a_number(laid):
    rows = [["序号", "单位", "编号"], [1, "甲局", "01"], [2], [3]]
    found, records = laid(text(rows), ORGANS)
    assert [r.row for r in records.good] == [2]
    assert [s.row for s in found.skipped] == [3, 4]


def test_blank_rows_are_told_as_one(laid):
    rows = [*plain_rows()[:2], *[[""]] * 5, plain_rows()[2]]
    found, _records = laid(xlsx(rows))
    assert [(s.row, s.until) for s in found.skipped] == [(3, 7)]


def test_merged_cells_hold_downward_and_not_beyond(laid):
    rows = [["单位", "联系人", "编号"], [None, "甲", "1"], [None, "乙", "2"], ["丙局", "丁", "3"]]
    _found, records = laid(xlsx(rows, merges=[(1, 0, 2, 0, "甲局")]), ORGANS)
    assert [r.values["name"] for r in records.good] == ["甲局", "甲局", "丙局"]


def test_the_same_word_twice_goes_to_the_surer_column():
    words = known_by(ORGANS.columns)
    found = assigned(["单位名称", "单位/电话", "联系人/电话", "编 号（四位）*", "备注"], words)
    assert {at: name for at, (name, _sure) in found.items()} == {0: "name", 2: "phone", 3: "code"}


def test_headers_are_compared_without_their_dress():
    assert plain("姓　名（Ｎａｍｅ）：") == plain("姓名(name)")
    assert letter(0) == "A" and letter(25) == "Z" and letter(26) == "AA" and letter(701) == "ZZ"
