"""A cell is read by what its column holds, in any spelling, or says what to do about it."""

from datetime import date

import pytest

from renda.kernel.exchange.ledger import _plain as as_plain_text
from renda.kernel.exchange.table import Column, Kind
from renda.kernel.exchange.values import reader
from renda.kernel.exchange.words import Wrong
from tests.hostile.text import PIECES

SEX = {"男": "male", "女": "female"}
DAY = date(2025, 3, 5)


def read(kind, cell, *beside, **more):
    return reader(Column("a", "甲", kind=kind, **more), [cell, *beside])(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "2025年3月5日", "2025年03月05日", "2025.3.5", "2025/03/05", "2025-3-5", "2025-03-05",
        20250305,
        "20250305", ["2025-03-05"], ["2025-03-05 10:30"], 45721, "45721", 45721.5, "2025年3月5号",
        "２０２５年３月５日", " 2025 年 3 月 5 日 ", "2025年3月5日（星期三）",
        "2025-03-05 00:00:00",
        "2025/3/5 12:09:38", "2025-03-05T10:00", "二〇二五年三月五日", "二○二五年三月五日",
    ],
)  # fmt: skip
def test_a_day_in_any_spelling(cell):
    assert read(Kind.DAY, cell) == DAY


@pytest.mark.parametrize(
    ("cell", "born"),
    [
        ("1974-11", "1974-11"), ("1974.11", "1974-11"), ("1974年11月", "1974-11"),
        ("1974/11", "1974-11"), (197411, "1974-11"), ("197411", "1974-11"), (1974.11, "1974-11"),
        ("1987-05", "1987-05"), ("1987.5", "1987-05"), (1987, "1987"), ("1987年", "1987"),
        ("1974-11-03", "1974-11-03"), (19741103, "1974-11-03"), (["1974-11-03"], "1974-11-03"),
        ("1974年11月生", "1974-11"), ("一九七四年十一月", "1974-11"), (27336, "1974-11-03"),
        ("1974.10", "1974-10"), ("1974.1", "1974-01"), ("", ""), (None, ""),
        ("不详", ""), ("某年", None),
    ],
)  # fmt: skip
def test_births_as_far_as_they_are_known(cell, born):
    if born is None:
        with pytest.raises(Wrong):
            read(Kind.BORN, cell)
    else:
        assert read(Kind.BORN, cell) == born


def test_a_column_of_firsts_of_the_month_means_months():
    assert read(Kind.BORN, ["1974-11-01"], ["1980-02-01"], "1975.3") == "1974-11"
    assert read(Kind.BORN, ["1974-11-01"], ["1980-02-17"]) == "1974-11-01"


@pytest.mark.parametrize(("cell", "beside"), [(1974.1, ()), ("1974.1", ("1974.01",))])
def test_a_zero_that_a_spreadsheet_took_away_is_not_guessed(cell, beside):
    with pytest.raises(Wrong, match=r"1974-01.*1974-10"):
        read(Kind.BORN, cell, *beside)


@pytest.mark.parametrize(
    "cell", ["2025年3月", "25.3.5", "2025-02-30", "0001-01-01", "9999-12-31", "x"]
)
def test_what_is_no_day(cell):
    with pytest.raises(Wrong):
        read(Kind.DAY, cell)


@pytest.mark.parametrize(
    "cell",
    [
        13912345678, "13912345678", "13912345678.0", "139 1234 5678", "139-1234-5678",
        "１３９１２３４５６７８",
        "+86 139-1234-5678", "8613912345678", "139\u00a01234\u00a05678", "\u202a13912345678\u202c",
    ],
)  # fmt: skip
def test_a_mobile_number(cell):
    assert read(Kind.MOBILE, cell) == "13912345678"


@pytest.mark.parametrize(
    "cell", ["1391234567", "12912345678", "0478-8212345", "13912345678、13812345678"]
)
def test_what_is_no_mobile_number(cell):
    with pytest.raises(Wrong):
        read(Kind.MOBILE, cell)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (150102001, "150102001"), ("150102001.0", "150102001"), ("０１５", "015"), ("001", "001"),
        ("'001", "001"), ('="0012"', "0012"), ("15 01 02", "150102"), ("", ""), ("A-07", "A-07"),
        ("河人发〔2025〕3号", "河人发〔2025〕3号"),
    ],
)  # fmt: skip
def test_a_code_keeps_its_zeros(cell, code):
    assert read(Kind.CODE, cell) == code


@pytest.mark.parametrize("cell", [1.50102197503012e17, "1.50102E+17", "a b!", "9" * 50])
def test_a_code_that_a_spreadsheet_has_spoilt(cell):
    with pytest.raises(Wrong):
        read(Kind.CODE, cell)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (12, 12), ("12", 12), ("12.0", 12), ("１２", 12), ("1,234", 1234), ("第五届", 5),
        ("三次", 3),
        ("十二", 12), ("二十", 20), ("第32次会议", 32), ("3席", 3), ("-3", -3), ("", None),
        ("—", None),
    ],
)  # fmt: skip
def test_a_whole_number(cell, number):
    assert read(Kind.INTEGER, cell) == number


@pytest.mark.parametrize("cell", [1.5, "1.5", "x", "9" * 30, "1e3", True])
def test_what_is_no_whole_number(cell):
    with pytest.raises(Wrong):
        read(Kind.INTEGER, cell)


def test_yes_and_no():
    assert all(read(Kind.YES, c) is True for c in ("是", "有", "√", "✓", "Y", "yes", 1, True, "已"))
    assert all(read(Kind.YES, c) is False for c in ("否", "无", "×", "N", 0, False, "-", "未"))
    assert read(Kind.YES, "") is None
    with pytest.raises(Wrong):
        read(Kind.YES, "也许")


def test_a_choice_says_what_can_stand_there():
    assert read(Kind.CHOICE, " 男 ", words=SEX) == "male"
    assert read(Kind.CHOICE, "", words=SEX) == ""
    with pytest.raises(Wrong, match=r"男.*女"):
        read(Kind.CHOICE, "武", words=SEX)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("单　禾", "单禾"), ("单  禾", "单禾"), ("那仁格日勒图", "那仁格日勒图"),
        ("张\u200b三", "张三"),
        ("喆玥赟堃珺𠮷", "喆玥赟堃珺𠮷"),
        ("阿拉坦乌拉·其其格·那仁格日勒图尔", "阿拉坦乌拉·其其格·那仁格日勒图尔"),
        ("甲\u00a0乙丙", "甲 乙丙"), ("维旺\n公司", "维旺 公司"), (12, "12"), (12.5, "12.5"),
        ("\x07甲\x00", "甲"),
        ("\ue863", "\ue863"), ("ᠮᠣᠩᠭᠣᠯ\u180e\u1820", "ᠮᠣᠩᠭᠣᠯ\u180e\u1820"),
        ("，。（）", "，。（）"),
        ("\u202e倒\u2069", "倒"), ("'=1+1", "=1+1"), ("\ufffe甲\U0010ffff", "甲"),
    ],
)  # fmt: skip
def test_a_text_without_what_no_one_typed(cell, said):
    assert read(Kind.TEXT, cell) == said


def test_a_text_that_is_too_long_says_by_how_much():
    with pytest.raises(Wrong, match=r"200.*120"):
        read(Kind.TEXT, "长" * 200)


@pytest.mark.parametrize("kind", list(Kind))
def test_hostile_text_is_read_or_refused(kind):
    for piece in PIECES:
        try:
            value = read(kind, piece, words=SEX, longest=200)
        except Wrong:
            continue
        assert "\x00" not in str(value)


def test_what_our_own_text_export_protects_comes_back():
    for said in ("=1+1", "+86", "-3", "@甲", "甲"):
        assert read(Kind.TEXT, as_plain_text(said)) == said
