"""What a code and a name say: level, superior, kind; and what a person has to say."""

import csv
import os
from collections import Counter
from pathlib import Path

import pytest

from renda.congress.codes import (
    is_code,
    is_without_congress,
    kind_of,
    superiors_of,
    without_filling,
)

SHARED = Path(os.environ.get("RENDA_TEST_DATA", "../shared/data")) / "divisions"
KINDS = [
    ("99", "塞原自治区", "province", False),
    ("9901", "河湾市", "prefecture", False),
    ("9922", "塞北盟", "prefecture", True),
    ("9930", "山南地区", "prefecture", True),
    ("1101", "市辖区", "other", True),
    ("4290", "省直辖县级行政区划", "other", True),
    ("990106", "花园区", "county", False),
    ("990171", "河湾新区", "zone", True),
    ("990123", "前川旗", "county", False),
    ("441900", "东莞市", "other", True),
    ("990102001", "槐荫街道", "street", True),
    ("990102403", "东河街道", "street", True),
    ("990102101", "狼湾镇", "township", False),
    ("990124200", "呼勒河苏木", "township", False),
    ("990102202", "双河民族乡", "township", False),
    ("990102400", "河湾经济开发区", "zone", True),
    ("990124400", "乌兰口岸", "zone", True),
    ("990102401", "临湾农场", "farm", True),
    ("990102402", "临湾种畜繁育中心", "farm", True),
    ("990102500", "后山农牧场", "farm", True),
    ("990126400", "杭河农场有限公司", "company", True),
    ("990126401", "杭河煤矿", "company", True),
    ("990126402", "河湾市社区建设管理局", "other", True),
    ("990102101200", "柳滩村", "village", True),
]


@pytest.mark.parametrize(("code", "name", "kind", "without"), KINDS)
def test_kind_and_congress_are_guessed(code, name, kind, without):
    assert kind_of(code, name) == kind
    assert is_without_congress(kind, name) is without


@pytest.mark.parametrize(("text", "is_one"), [("15", True), ("150102001", True), ("", False)])
def test_a_code_is_digits_of_five_lengths(text, is_one):
    assert is_code(text) is is_one
    for wrong in ("1", "150", "15010", "1501020010", "15a1", "１５", "15010200100x"):
        assert not is_code(wrong)


def test_filling_is_taken_off_unless_the_superior_would_be_left():
    assert without_filling("150102000000") == "150102"
    assert without_filling("150000000000") == "15"
    assert without_filling("150100") == "1501"
    assert without_filling("441900", ("4419",)) == "441900"
    assert without_filling("150102101200") == "150102101200"


def test_only_what_groups_may_be_missing_between_two_levels():
    assert superiors_of("150102001") == ["150102"]
    assert superiors_of("441900003") == ["441900", "4419"]
    assert superiors_of("110101") == ["1101", "11"]
    assert superiors_of("429004") == ["4290", "42"]
    assert superiors_of("15") == []


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared lists of divisions are not here")
def test_one_citys_farms_companies_and_offices_are_told_from_its_towns():
    with (SHARED / "streets_inner_mongolia.csv").open(encoding="utf-8-sig") as lines:
        rows = [row for row in csv.DictReader(lines) if row["cityCode"] == "1508"]
    kinds = Counter(kind_of(row["code"], row["name"]) for row in rows)
    assert len(rows) == 89
    assert kinds["township"] + kinds["street"] == 70
    assert sum(kinds[k] for k in ("farm", "company", "zone", "other")) == 19
