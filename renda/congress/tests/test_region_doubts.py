"""A list that says otherwise than the register: renamed, moved, a mistake, or an old list."""

from datetime import date

import pytest

from renda.congress.actions.regions import (
    end_region,
    move_region,
    put_paths_back,
    put_regions,
    rename_region,
)
from renda.congress.models import Region, RegionPast
from renda.congress.queries import region_on
from renda.congress.tests.lists import ON, judged, lines, one, records, taken
from renda.kernel.exchange.table import Record
from renda.kernel.permits.refusal import Stale

pytestmark = pytest.mark.django_db


@pytest.fixture
def city_congress(city):
    return city.congresses["hewan"]


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


@pytest.mark.parametrize("row", ["98,越界省,", "98,越界省,99"])
def test_a_lower_congress_enters_nothing_at_the_top(city, row):
    verdict = one(city.congresses["linwan"], row)
    assert verdict.outcome == "rejected" and "略去" in verdict.faults[0].why
    assert one(city.congresses["hewan"], "98,大省,").outcome == "created"


@pytest.mark.parametrize("answer", ["moved", "mistake"])
def test_a_lower_congress_moves_nothing_out_of_its_region(city, answer):
    answers = {"990102101:parent": answer}
    verdict = one(city.congresses["linwan"], "990102101,狼湾镇,990121", answers)
    assert verdict.outcome == "rejected" and verdict.entries == []


def test_a_lower_congress_without_a_region_enters_nothing(city):
    lower = city.congresses["linwan"]
    lower.region = None
    new, renamed = judged(lower, lines("990102404,新镇,", "990102101,新湾镇,"), names="renamed")
    assert new.outcome == "rejected" and renamed.outcome == "unchanged"


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
