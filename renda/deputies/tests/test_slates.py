"""Names as offices paste them, and whom they mean."""

import pytest

from renda.congress.roles import BodyKind
from renda.deputies import actions
from renda.deputies.cast import CITY, DISTRICT, TOWN
from renda.deputies.roles import GroupKind, Office
from renda.deputies.slates import Candidate, candidates, deputies_of_several, meant, names_in
from renda.deputies.tests.conftest import DAY


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("贺川平、其其格玛，仇满仓", ["贺川平", "其其格玛", "仇满仓"]),
        ("贺川平\n单　禾\r\n孔 堃", ["贺川平", "单禾", "孔堃"]),
        ("贺川平  其其格玛\t仇满仓", ["贺川平", "其其格玛", "仇满仓"]),
        ("其其格玛（女，蒙古族）、单　禾（女）", ["其其格玛", "单禾"]),
        ("𠮷喆；那仁格日勒图。", ["𠮷喆", "那仁格日勒图"]),
        ("  、，\n", []),
        ("", []),
    ],
)
def test_names_are_read_as_they_are_written(text, names):
    assert [name for name, _hints in names_in(text)] == names


def test_what_stands_in_brackets_is_a_hint():
    assert names_in("王伟（前川旗，女）") == [("王伟", ["前川旗", "女"])]


def test_two_of_one_name_are_told_apart_by_what_stands_in_brackets():
    two = [Candidate("王伟", None, hints=(unit,)) for unit in ("前川旗", "五泉县")]
    assert meant("王伟", [], two) == two
    assert meant("王伟", ["五泉县"], two) == [two[1]]
    assert meant("王伟", ["磴岭县"], two) == two, "nobody is guessed"
    assert meant("李四", [], two) == []


def test_a_name_that_is_spaced_out_is_the_same_name():
    (one,) = [Candidate("单禾", None)]
    assert meant("单　禾", [], [one]) == [one]


@pytest.mark.django_db
def test_who_may_sit_depends_on_the_body(city, body, committee):
    deputies = {c.name for c in candidates(committee, Office.MEMBER, DAY)}
    assert {"秦二柱", "贺川平"} <= deputies and "单禾" not in deputies
    party = {c.name for c in candidates(body(BodyKind.PARTY_GROUP, "机关党组"), "member", DAY)}
    assert {"秦二柱", "单禾", "韩赟"} <= party, "the staff too"
    sitting = {c.name for c in candidates(city.bodies[CITY, "代表资格审查委员会"], "member", DAY)}
    assert "贺川平" in sitting and "秦二柱" not in sitting
    heads = {c.name for c in candidates(city.bodies[CITY, "五泉县代表团"], Office.HEAD, DAY)}
    assert "秦二柱" in heads and "乌仁托娅" not in heads


@pytest.mark.django_db
def test_a_group_of_several_levels_takes_deputies_from_above_and_below(city):
    town, county = city.congresses[TOWN], city.congresses[DISTRICT]
    known = {(c.name, c.mandate.congress.slug) for c in deputies_of_several(town, DAY)}
    assert ("刘麦霞", TOWN) in known and ("刘麦霞", CITY) in known
    assert ("贺川平", CITY) in known, "elected in the county to which the town belongs"
    assert ("秦二柱", CITY) not in known, "elected elsewhere"
    below = {(c.name, c.mandate.congress.slug) for c in deputies_of_several(county, DAY)}
    assert ("刘麦霞", TOWN) in below


@pytest.mark.django_db
def test_candidates_of_a_mixed_group_say_of_which_congress_they_are(city):
    group = actions.found_group(
        congress=city.congresses[TOWN], kind=GroupKind.MIXED, name="第二代表活动小组"
    )
    mine = [c for c in candidates(group.body, "member", DAY) if c.name == "刘麦霞"]
    assert len(mine) == 2
    assert len(meant("刘麦霞", ["河湾市"], mine)) == 1
