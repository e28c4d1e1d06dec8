"""Files are told by their bytes, opened apart, and bounded; each fault has its own sentence."""

import io
import re
import zipfile
from datetime import date

import pytest
import xlsxwriter
from django.utils.translation import gettext

from renda.kernel.exchange.reading import packing
from renda.kernel.exchange.reading.opening import opened
from renda.kernel.exchange.reading.sentences import SENTENCES
from renda.kernel.exchange.reading.unreadable import Unreadable
from renda.kernel.exchange.tests.sheets import DATA, html, office_like, plain_rows, text, xlsx
from renda.kernel.permits.refusal import Refused

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4000


@pytest.fixture
def read(tmp_path):
    def reads(data, **asked):
        file = tmp_path / "表"
        file.write_bytes(data)
        return opened(file, name="名册.xls", **asked)

    return reads


def cells(book):
    return [[c for c in row if c not in ("", None)] for _n, row in book.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_text_in_every_encoding_and_with_every_mark(read, encoding, mark):
    rows = [["姓名", "单位"], ["喆玥赟堃珺", "河湾市"], ["𠮷野", "一,二" if mark == "\t" else "三"]]
    book = read(text(rows, encoding, mark))
    assert cells(book) == rows


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_page_named_xls_is_read_with_its_spans(read, encoding):
    page = (
        f'<html><meta charset="{encoding}"><style>td{{}}</style><table>'
        "<tr><td rowspan=2>姓名<td colspan=2>联系人</tr><tr><td>电话<td>手机</tr>"
        '<tr><td>甲&nbsp;&amp;乙<td>1<br>2<td x:num="13912345678">1.39E+10</tr></table></html>'
    )
    book = read(page.encode(encoding))
    assert book.rows == [
        (1, ["姓名", "联系人"]),
        (2, ["", "电话", "手机"]),
        (3, ["甲\xa0&乙", "1\n2", "13912345678"]),
    ]
    assert book.merges == [(1, 0, 2, 0), (1, 1, 1, 2)]


def test_a_page_in_a_mails_envelope(read):
    mail = b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=gb2312\r\n"
    mail += b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    mail += b"<html><table><tr><td>=D0=D5=C3=FB</td></tr></table></html>"
    assert cells(read(mail)) == [["姓名"]]


def test_a_real_xls_of_the_nineties(read):
    """tests/data/sessions.xls is BIFF8, written once with xlwt 1.3.0, which we do not install."""
    book = read((DATA / "sessions.xls").read_bytes())
    assert [s.name for s in book.sheets] == ["说明", "会议"]
    assert book.sheet == "会议"
    assert (5, 1, 7, 1) in book.merges
    assert book.rows[4] == (5, [1, 6, 1, ["2031-12-20"], ["2031-12-24"], 13912345678])


def test_the_sheet_with_most_in_it_is_taken_and_another_can_be(read):
    data = xlsx([["说明"], ["请勿改动"]] * 9, sheet="说明", 名册=plain_rows(), 空=[])
    assert read(data).sheet == "名册"
    assert read(data, sheet="说明").rows[0] == (1, ["说明"])


def test_a_sheet_beyond_the_bounds_does_not_keep_the_others_back(read):
    data = xlsx(plain_rows(), sheet="会议", 日志=[["甲", "乙"]] * 700)
    assert read(data, most_rows=100).sheet == "会议"
    with pytest.raises(Refused, match="100"):
        read(data, most_rows=100, sheet="日志")


def test_a_hidden_sheet_is_not_taken_by_itself(read):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet("表").write_row(0, 0, ["姓名", "单位"])
        old = book.add_worksheet("旧表")
        for row in range(9):
            old.write_row(row, 0, ["姓名", "单位", "电话"])
        old.hide()
    book = read(out.getvalue())
    assert book.sheet == "表"
    assert [s.is_hidden for s in book.sheets] == [False, True]


def test_a_table_that_begins_far_from_the_corner_keeps_its_places(read):
    book = read(
        xlsx([[], [], [None, None, "姓名"], [None, None, "甲"]], merges=[(4, 2, 6, 2, "乙")])
    )
    assert book.rows[0] == (3, ["", "", "姓名"])
    assert book.rows[2] == (5, ["", "", "乙"])
    assert book.merges == [(5, 2, 7, 2)]


def test_real_days_and_whole_numbers_come_as_such(read):
    book = read(xlsx([["甲", date(2025, 3, 5), 13912345678, 1.5, True]]))
    assert book.rows == [(1, ["甲", ["2025-03-05"], 13912345678, 1.5, True])]


def test_a_million_blank_rows_do_not_hurt(read):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"constant_memory": True}) as book:
        sheet, ruled = book.add_worksheet(), book.add_format({"border": 1})
        sheet.write_row(0, 0, ["姓名", "单位"])
        sheet.write_row(1, 0, ["甲", "乙"])
        for row in range(2, 1_048_576, 16):
            sheet.write_blank(row, 0, None, ruled)
        sheet.write(1_048_575, 3, " ")
    assert cells(read(out.getvalue())) == [["姓名", "单位"], ["甲", "乙"]]


def corner():
    """Five kilobytes that would ask for half a terabyte."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "姓名")
        sheet.write(1_048_575, 16_383, "x")
    return out.getvalue()


def packed(*members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        for name, data in members:
            file.writestr(name, data)
    return out.getvalue()


def bomb():
    """Half a gigabyte of blanks in a few megabytes."""
    blanks = b" " * (16 * 1024 * 1024)
    return packed(
        ("xl/workbook.xml", b"<workbook/>"), *((f"xl/{n}.xml", blanks) for n in range(30))
    )


def encrypted_xls():
    """The record of who wrote it turned into the one that says that all the rest is encrypted."""
    data = bytearray((DATA / "sessions.xls").read_bytes())
    at = data.find(b"\x5c\x00\x70\x00")
    data[at] = 0x2F
    return bytes(data)


HOPELESS = {
    "empty": b"",
    "encrypted": OLE + "EncryptedPackage".encode("utf-16-le"),
    "broken": office_like()[: len(office_like()) // 2],
    "no_table_file": b"%PDF-1.7 " + b"x" * 200,
    "no_text": bytes(range(1, 32)) * 40,
    "no_table": "<html><body>没有表</body></html>".encode(),
    "xml_sheet": b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:'
    b'spreadsheet"></Workbook>',
    "open_quote": text([["姓名"], ['"甲'], *[["乙"]] * 60]),
    "too_many_rows": text([["姓名"], *[["甲"]] * 700]),
    "too_many_columns": text([["姓名"] * 201]),
    "too_large": corner(),
}


@pytest.mark.parametrize("code", HOPELESS)
def test_what_cannot_be_read_says_what_to_do(read, code):
    with pytest.raises(Refused) as refused:
        read(HOPELESS[code], most_rows=100)
    assert is_of(code, str(refused.value))


def is_of(code, words):
    """The sentence, whatever numbers and language it was given."""
    frame = gettext(SENTENCES[code]).replace("%(name)s", "名册.xls")
    return all(part in words for part in re.split(r"%\(\w+\)s", frame))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (bomb, "bomb"),
        (encrypted_xls, "encrypted"),
        (lambda: packed(("word/document.xml", b"<x/>")), "no_table_file"),
        (lambda: OLE + "WordDocument".encode("utf-16-le"), "no_table_file"),
        (lambda: OLE, "broken"),
        (lambda: (DATA / "sessions.xls").read_bytes()[:3000], "broken"),
        (lambda: xlsx([]), "no_table"),
        (lambda: b"  \n  ", "empty"),
        (lambda: b"\xff\xfe" + b"\x00\xd8" * 50, "no_text"),
        (lambda: html([]), "no_table"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_disguises_and_bombs(read, data, code):
    with pytest.raises(Refused) as refused:
        read(data())
    assert is_of(code, str(refused.value)), str(refused.value)


def test_a_list_that_lies_about_sizes_is_found_out(tmp_path, monkeypatch):
    size, told = 3_000_000, 1000
    data = bytearray(packed(("xl/workbook.xml", b" " * size)))
    while (at := data.find(size.to_bytes(4, "little"))) >= 0:
        data[at : at + 4] = told.to_bytes(4, "little")
    file = tmp_path / "b"
    file.write_bytes(data)
    packing.check(file)
    monkeypatch.setattr(packing, "UNPACKED", 1_000_000)
    with pytest.raises(Unreadable, match="bomb"):
        packing.check(file)


def test_a_string_that_is_repeated_a_million_times_ends_the_other_process_only(read):
    """A shared string of 30 kB in 60,000 cells is 2 GB in memory and 300 kB on the disk."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet, long = book.add_worksheet(), "长" * 30_000
        for row in range(300):
            sheet.write_row(row, 0, [long] * 200)
    with pytest.raises(Refused):
        read(out.getvalue())
    assert cells(read(text([["姓名"], ["甲"]]))) == [["姓名"], ["甲"]], "and the next one is read"
