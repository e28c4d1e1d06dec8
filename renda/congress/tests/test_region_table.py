"""Lists of divisions come in by their codes: what is new, what changed, what must be asked."""

import csv
import os
import time
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from renda.congress.actions.regions import (
    end_region,
    move_region,
    put_paths_back,
    put_regions,
    rename_region,
)
from renda.congress.models import Region, RegionPast
from renda.congress.queries import region_on
from renda.congress.tables.regions import TABLE, plan
from renda.kernel.exchange.table import Record
from renda.kernel.permits.refusal import Stale

pytestmark = pytest.mark.django_db
SHARED = Path(os.environ.get("RENDA_TEST_DATA", "../shared/data")) / "divisions"
FILES = ("provinces.csv", "cities.csv", "areas.csv", "streets_inner_mongolia.csv")
NAMES = {alias: column.name for column in TABLE.columns for alias in column.aliases}
# An invented twin of the four lists: two, four, six and nine digits, each naming its superiors.
TWIN = """code,name
98,云岭省

code,name,provinceCode
9801,石门市,98
9890,省直辖县级行政区划,98

code,name,cityCode,provinceCode
980102,东岗区,9801,98
980171,石门经济开发区,9801,98
989001,沙溪市,9890,98

code,name,areaCode,provinceCode,cityCode
980102001,北岗街道,980102,98,9801
980102101,城关镇,980102,98,9801
989001101,城关镇,989001,98,9890
980102400,东岗农场,980102,98,9801
"""
ON = date(2026, 3, 1)


@pytest.fixture
def city_congress(city):
    return city.congresses["hewan"]


def records(lines):
    """As the exchange reads them: values by column, a column that was not mapped is not there."""
    rows = csv.DictReader(lines)
    return [
        Record(n, {NAMES[key]: value for key, value in row.items()})
        for n, row in enumerate(rows, 2)
    ]


def twin():
    return [records(part.splitlines()) for part in TWIN.split("\n\n")]


def judged(congress, rows, answers=None, **asked):
    return plan(congress, rows, answers or {}, {"on": ON, **asked})


def taken(congress, rows, answers=None, **asked):
    verdicts = judged(congress, rows, answers, **asked)
    put_regions([entry for verdict in verdicts for entry in verdict.entries], congress, None)
    return [verdict.outcome for verdict in verdicts]


def lines(*rows):
    return records(["code,name,parentCode", *rows])


def one(congress, row, answers=None, **asked):
    return judged(congress, lines(row), answers, **asked)[0]


def test_the_four_lists_come_in_one_after_the_other(city_congress):
    for rows in twin():
        assert set(taken(city_congress, rows)) == {"created"}
    town = Region.objects.get(code="989001101")
    assert town.path == "/98/9890/989001/989001101/" and town.name == "城关镇"
    assert Region.objects.get(code="980102101").parent.name == "东岗区", "by code, not by name"
    farm = Region.objects.get(code="980102400")
    assert (farm.kind, farm.is_without_congress) == ("farm", True)
    assert Region.objects.get(code="9890").is_without_congress


def test_all_levels_in_one_list_in_any_order(city_congress):
    rows = [record for part in reversed(twin()) for record in part]
    rows = [Record(n, record.values) for n, record in enumerate(rows, 2)]
    assert set(taken(city_congress, rows)) == {"created"}
    assert Region.objects.get(code="980102101").path == "/98/9801/980102/980102101/"


def test_taken_in_twice_changes_nothing(city_congress):
    for rows in twin():
        taken(city_congress, rows)
    before = list(Region.objects.order_by("pk").values_list())
    for rows in twin():
        assert set(taken(city_congress, rows)) == {"unchanged"}
    assert list(Region.objects.order_by("pk").values_list()) == before


def test_a_list_of_twelve_digits_names_no_superior(city_congress):
    rows = lines("970000000000,", "970100000000,", "970102000000,", "970102101000,")
    rows = lines(
        "970000000000,溪南省,",
        "970100000000,溪南市,",
        "970102000000,河东区,",
        "970102101000,河东镇,",
        "970102101200,柳树村,",
    )
    assert set(taken(city_congress, rows)) == {"created"}
    assert Region.objects.get(name="柳树村").path == "/97/9701/970102/970102101/970102101200/"


def test_districts_of_a_municipality_without_a_line_between(city_congress):
    rows = lines("110000,北方市,", "110101,东街区,")
    assert set(taken(city_congress, rows)) == {"created"}
    assert Region.objects.get(code="110101").path == "/11/110101/"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("990199101,无县镇,", "990199"),
        ("990102404,新镇,990155", "990155"),
        ("99010,五位,", "位数字"),
        ("99010x101,字母镇,", "位数字"),
        ("990102404,,", "缺少名称"),
    ],
)
def test_what_is_wrong_is_named_with_what_to_do(city_congress, row, said):
    verdict = one(city_congress, row)
    assert verdict.outcome == "rejected" and said in verdict.faults[0].why + verdict.faults[0].value


def test_below_a_refused_line_the_fault_is_the_one_above(city_congress):
    upper, below = judged(city_congress, lines("990188,,", "990188101,某镇,"))
    assert upper.outcome == below.outcome == "rejected"
    assert "有误" in below.faults[0].why


def test_a_code_twice_in_a_list_is_refused_the_second_time(city_congress):
    first, second = judged(city_congress, lines("990102404,甲镇,", "990102404,乙镇,"))
    assert first.outcome == "created"
    assert second.outcome == "rejected" and "第2行" in second.faults[0].why


def test_another_name_is_asked_and_a_renaming_keeps_the_old_one(city_congress):
    verdict = one(city_congress, "990102101,新湾镇,")
    assert verdict.outcome == "doubtful" and verdict.entries == []
    doubt = verdict.doubts[0]
    assert (
        doubt.key == "990102101:name" and "狼湾镇" in doubt.question and "新湾镇" in doubt.question
    )
    assert [answer for answer, _label in doubt.answers] == ["renamed", "mistake", "keep"]
    assert taken(city_congress, lines("990102101,新湾镇,"), {doubt.key: "renamed"}) == ["updated"]
    town = Region.objects.get(code="990102101")
    assert town.name == "新湾镇" and region_on(town, date(2026, 2, 28)).name == "狼湾镇"
    assert region_on(town, ON).name == "新湾镇"


def test_a_mistake_in_the_register_leaves_no_former_name(city_congress):
    answers = {"990102101:name": "mistake"}
    assert taken(city_congress, lines("990102101,狼弯镇,"), answers) == ["updated"]
    assert Region.objects.get(code="990102101").name == "狼弯镇"
    assert not RegionPast.objects.filter(region__code="990102101").exists()


def test_an_old_list_may_leave_the_register_as_it_is(city_congress):
    assert (
        one(city_congress, "990121101,白杨乡,", {"990121101:name": "keep"}).outcome == "unchanged"
    )
    assert one(city_congress, "990121101,白杨乡,", names="keep").outcome == "unchanged"


def test_another_superior_is_asked_and_takes_all_below_along(city_congress):
    verdict = one(city_congress, "990102101,狼湾镇,990121")
    assert verdict.doubts[0].key == "990102101:parent"
    rows = lines("990102101,狼湾镇,990121", "990102101202,新村,")
    assert taken(city_congress, rows, {"990102101:parent": "moved"}) == ["updated", "created"]
    for village in ("990102101200", "990102101202"):
        path = Region.objects.get(code=village).path
        assert path == f"/99/9901/990121/990102101/{village}/"
    town = Region.objects.get(code="990102101")
    assert region_on(town, date(2026, 2, 28)).parent.code == "990102"


def test_a_move_to_a_superior_that_is_new_in_the_same_list(city_congress):
    rows = lines("990102101,狼湾镇,990131", "990131,新设区,9901")
    assert taken(city_congress, rows, {"990102101:parent": "moved"}) == ["updated", "created"]
    assert Region.objects.get(code="990102101200").path.startswith("/99/9901/990131/990102101/")


def test_a_name_and_a_superior_changed_at_once_leave_one_former_place(city_congress):
    answers = {"990102101:name": "renamed", "990102101:parent": "moved"}
    verdict = one(city_congress, "990102101,新湾镇,990121")
    assert {doubt.key for doubt in verdict.doubts} == set(answers)
    taken(city_congress, lines("990102101,新湾镇,990121"), answers)
    past = RegionPast.objects.get(region__code="990102101")
    assert (past.name, past.parent.code) == ("狼湾镇", "990102")


def test_an_old_list_does_not_bring_back_what_has_ended(city, city_congress):
    admin = city.actor("高珺")
    street = Region.objects.get(code="990102001")
    end_region(street, on=ON, congress_id=city_congress.pk, by=admin)
    verdict = one(city_congress, "990102001,槐荫街道,")
    assert verdict.doubts[0].key == "990102001:again" and "槐荫街道" in verdict.doubts[0].question
    assert (
        one(city_congress, "990102001,槐荫街道,", {"990102001:again": "keep"}).outcome
        == "unchanged"
    )
    answers = {"990102001:again": "new"}
    assert taken(city_congress, lines("990102001,新荫街道,"), answers) == ["created"]


def test_the_code_that_a_moved_place_had_is_asked_about(city, city_congress):
    admin, town = city.actor("高珺"), Region.objects.get(code="990102101")
    move_region(
        town, parent=town.parent, code="990102199", on=ON, congress_id=city_congress.pk, by=admin
    )
    assert one(city_congress, "990102101,狼湾镇,").outcome == "doubtful"


def test_a_kind_in_the_list_goes_before_the_guess_and_no_guess_before_a_hand(city_congress):
    head = "code,name,kind,不设人大"
    rows = records([head, "990102404,河西,township,"])
    rows = [Record(r.row, r.values | {"without": None}) for r in rows]
    taken(city_congress, rows)
    assert Region.objects.get(code="990102404").kind == "township"
    Region.objects.filter(code="990102001").update(kind="other")
    assert taken(city_congress, lines("990102001,槐荫街道,")) == ["unchanged"]


def test_a_lower_congress_takes_in_its_own_part_only(city):
    lower = city.congresses["linwan"]
    outside, known, inside = judged(
        lower, lines("990121199,越界镇,", "990121100,隆泉镇,", "990102404,新镇,")
    )
    assert outside.outcome == "rejected" and "略去" in outside.faults[0].why
    assert known.outcome == "unchanged" and inside.outcome == "created"


def test_planning_writes_nothing_and_asks_the_same_for_many_lines(city_congress):
    def asked(many):
        rows = lines(*(f"990102101{n:03d},第{n}村," for n in range(300, 300 + many)))
        with CaptureQueriesContext(connection) as queries:
            judged(city_congress, rows)
        return len(queries)

    before = Region.objects.count()
    assert asked(2) == asked(300) <= 4
    assert Region.objects.count() == before


def test_45_000_places_are_planned_in_four_seconds_and_written_in_six(city_congress):
    rows = [Record(1, {"code": "96", "name": "大省"})]
    for c in range(1, 21):
        rows.append(Record(0, {"code": f"96{c:02d}", "name": f"{c}市"}))
        for a in range(1, 16):
            area = f"96{c:02d}{a:02d}"
            rows.append(Record(0, {"code": area, "name": f"{a}县"}))
            for t in range(100, 112):
                rows.append(Record(0, {"code": f"{area}{t}", "name": "城关镇"}))
                village = f"{area}{t}"
                rows += [
                    Record(0, {"code": f"{village}{v}", "name": f"{v}村"}) for v in range(200, 212)
                ]
    rows = [Record(n, record.values) for n, record in enumerate(rows, 2)]
    assert len(rows) > 45_000
    began = time.process_time()
    verdicts = judged(city_congress, rows)
    planned = time.process_time() - began
    put_regions([entry for verdict in verdicts for entry in verdict.entries])
    written = time.process_time() - began - planned
    again = time.process_time()
    assert {verdict.outcome for verdict in judged(city_congress, rows)} == {"unchanged"}
    again = time.process_time() - again
    assert Region.objects.filter(path__startswith="/96/").count() == len(rows)
    assert (planned < 4, written < 6, again < 4) == (True, True, True), (planned, written, again)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared lists of divisions are not here")
def test_the_shared_lists_come_in_whole(city_congress):
    for name in FILES:
        with (SHARED / name).open(encoding="utf-8-sig") as opened:
            rows = records(opened)
        assert set(taken(city_congress, rows)) == {"created"}, name
    assert Region.objects.get(code="441900").parent.code == "4419"
    assert Region.objects.filter(name="城关镇").count() > 3
    with (SHARED / FILES[3]).open(encoding="utf-8-sig") as opened:
        assert set(taken(city_congress, records(opened))) == {"unchanged"}


def test_what_somebody_changed_since_is_not_written_over(city, city_congress):
    verdicts = judged(city_congress, lines("990102101,狼弯镇,"), {"990102101:name": "mistake"})
    rename_region(
        Region.objects.get(code="990102101"),
        name="新湾镇",
        on=ON,
        congress_id=city_congress.pk,
        by=city.actor("高珺"),
    )
    with pytest.raises(Stale):
        put_regions([entry for verdict in verdicts for entry in verdict.entries])
    assert Region.objects.get(code="990102101").name == "新湾镇"


def test_paths_go_back_when_a_run_is_undone(city_congress):
    answers = {"990102101:parent": "moved"}
    taken(city_congress, lines("990102101,狼湾镇,990121"), answers)
    town = Region.objects.get(code="990102101")
    Region.objects.filter(pk=town.pk).update(parent=Region.objects.get(code="990102"))
    put_paths_back([town])
    assert Region.objects.get(code="990102101200").path == "/99/9901/990102/990102101/990102101200/"
