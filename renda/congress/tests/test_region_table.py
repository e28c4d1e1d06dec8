"""Lists of divisions come in by their codes: what is new, what is wrong, how long it takes."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from renda.congress.actions.regions import put_regions
from renda.congress.models import Region
from renda.congress.tests.lists import FILES, SHARED, judged, lines, one, records, taken, twin
from renda.kernel.exchange.table import Record

pytestmark = pytest.mark.django_db


@pytest.fixture
def city_congress(city):
    return city.congresses["hewan"]


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


def test_planning_writes_nothing_and_asks_the_same_for_many_lines(city_congress):
    def asked(many):
        rows = lines(*(f"990102101{n:03d},第{n}村," for n in range(300, 300 + many)))
        with CaptureQueriesContext(connection) as queries:
            judged(city_congress, rows)
        return len(queries)

    before = Region.objects.count()
    assert asked(2) == asked(300) <= 4
    assert Region.objects.count() == before


def test_45_000_places_come_in_whole_and_a_second_time_change_nothing(city_congress):
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
    put_regions([entry for verdict in judged(city_congress, rows) for entry in verdict.entries])
    assert {verdict.outcome for verdict in judged(city_congress, rows)} == {"unchanged"}
    assert Region.objects.filter(path__startswith="/96/").count() == len(rows)


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
