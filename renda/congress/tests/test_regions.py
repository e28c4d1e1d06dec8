"""A place is renamed, moved and ended; what it was on a day can be asked; all of it is undone."""

from datetime import date, timedelta

import pytest

from renda.congress.actions.regions import add_region, end_region, move_region, rename_region
from renda.congress.models import Region, RegionPast
from renda.congress.queries import region_on
from renda.kernel.moment import today
from renda.kernel.permits.refusal import Refused, Stale
from renda.kernel.registers.history import history_of
from renda.kernel.registers.undoing import undo
from renda.kernel.trail.verify import faults

pytestmark = pytest.mark.django_db
ON = date(2025, 7, 1)


@pytest.fixture
def admin(city):
    return city.actor("高珺")


@pytest.fixture
def at(city):
    """A place by its code, as it is now."""
    return lambda code: Region.objects.get(code=code)


def moved(region, admin, **asked):
    asked = {"on": ON, "parent": region.parent, **asked}
    return move_region(region, congress_id=admin.congress_id, by=admin, **asked)


def renamed(region, admin, name="新名镇", **asked):
    return rename_region(
        region, name=name, congress_id=admin.congress_id, by=admin, **{"on": ON, **asked}
    )


def test_the_tree_is_by_codes(at):
    assert at("990102101200").path == "/99/9901/990102/990102101/990102101200/"
    assert at("990102101200").codes_above == ["99", "9901", "990102", "990102101"]


def test_a_renamed_place_keeps_its_old_name_until_the_day_before(at, admin):
    renamed(at("990102101"), admin, reason="批复〔2025〕3号")
    town = at("990102101")
    assert town.name == "新名镇"
    assert region_on(town, date(2025, 6, 30)).name == "狼湾镇"
    assert region_on(town, ON).name == "新名镇"
    assert town.pasts.get().reason == "批复〔2025〕3号"


def test_two_names_later_every_day_has_its_own(at, admin):
    renamed(at("990102101"), admin, "甲镇", on=date(2023, 5, 1))
    renamed(at("990102101"), admin, "乙镇", on=ON)
    town = at("990102101")
    days = (date(2023, 4, 30), date(2023, 5, 1), date(2025, 6, 30), ON)
    assert [region_on(town, day).name for day in days] == ["狼湾镇", "甲镇", "甲镇", "乙镇"]


def test_a_moved_place_takes_all_below_along(at, admin):
    moved(at("990102101"), admin, parent=at("990121"))
    assert at("990102101").path == "/99/9901/990121/990102101/"
    assert at("990102101200").path == "/99/9901/990121/990102101/990102101200/"
    assert region_on(at("990102101"), date(2025, 6, 30)).parent.code == "990102"


def test_a_new_code_is_followed_by_the_codes_below(at, admin):
    moved(at("990102"), admin, code="990103")
    assert at("990103101200").path == "/99/9901/990103/990103101/990103101200/"
    assert not Region.objects.filter(code__startswith="990102").exists()
    assert region_on(at("990103101"), date(2025, 6, 30)).code == "990102101"
    assert list(faults()) == []


def test_the_codes_below_stay_when_that_is_asked(at, admin):
    moved(at("990102"), admin, code="990103", is_followed=False)
    assert at("990102101200").path == "/99/9901/990103/990102101/990102101200/"


def test_undoing_a_move_puts_codes_paths_and_the_past_back(at, admin):
    before = dict(Region.objects.values_list("pk", "path"))
    region = moved(at("990102"), admin, code="990103", parent=at("9902"))
    undo(region, history_of(region)[0].event.seq, congress_id=admin.congress_id, by=admin)
    assert dict(Region.objects.values_list("pk", "path")) == before
    assert not RegionPast.objects.filter(region__path__startswith="/99/9901/990102/").exists()
    assert list(faults()) == []


def test_a_move_is_not_undone_when_a_place_below_was_changed_since(at, admin):
    region = moved(at("990102"), admin, code="990103")
    moved(at("990103101"), admin, code="990103199", on=date(2025, 9, 1))
    with pytest.raises(Refused):
        undo(region, history_of(region)[0].event.seq, congress_id=admin.congress_id, by=admin)
    assert at("990103").pk == region.pk


def test_a_place_does_not_move_below_itself_or_nowhere(at, admin):
    for parent in ("990102", "990102101"):
        with pytest.raises(Refused, match="自己"):
            moved(at("990102"), admin, parent=at(parent))
    with pytest.raises(Refused, match="没有变化"):
        moved(at("990102"), admin)


def test_the_name_it_has_is_no_new_name(at, admin):
    with pytest.raises(Refused, match="已经是"):
        renamed(at("990102101"), admin, "狼湾镇")


def test_a_day_must_have_come_and_lie_after_the_last_change(at, admin):
    with pytest.raises(Refused, match="到了再登记"):
        renamed(at("990102101"), admin, on=today() + timedelta(days=1))
    renamed(at("990102101"), admin)
    for day in (ON, date(2024, 1, 1)):
        with pytest.raises(Refused, match="更晚"):
            renamed(at("990102101"), admin, "又名镇", on=day)
    young = add_region(
        congress_id=admin.congress_id,
        code="990102103",
        name="新镇",
        parent=at("990102"),
        from_on=ON,
    )
    with pytest.raises(Refused, match="尚未设立"):
        renamed(young, admin, on=ON)


def test_a_place_ends_when_nothing_stands_below_it(at, admin):
    town = at("990102101")
    with pytest.raises(Refused, match="2个地方"):
        end_region(town, on=ON, congress_id=admin.congress_id, by=admin)
    end_region(at("990102001"), on=ON, congress_id=admin.congress_id, by=admin)
    street = at("990102001")
    assert region_on(street, ON).name == "槐荫街道"
    assert region_on(street, ON + timedelta(days=1)) is None
    with pytest.raises(Refused, match="已撤销建制"):
        renamed(street, admin)


def test_a_code_is_free_again_when_its_place_has_ended(at, admin):
    end_region(at("990102001"), on=ON, congress_id=admin.congress_id, by=admin)
    here = {"congress_id": admin.congress_id, "code": "990102001", "parent": at("990102")}
    new = add_region(**here, name="新荫街道")
    with pytest.raises(Refused):
        add_region(**here, name="又荫街道")
    assert new.kind == "street" and new.is_without_congress


def test_of_two_who_rename_it_at_once_the_later_is_told(at, admin):
    town = at("990102101")
    renamed(town, admin, seen=town.version)
    with pytest.raises(Stale):
        renamed(at("990102101"), admin, "别名镇", on=date(2025, 8, 1), seen=0)


def test_the_demo_has_a_renamed_and_a_moved_place(at):
    assert region_on(at("990121101"), date(2024, 5, 31)).name == "白杨乡"
    then = region_on(at("990124201"), date(2025, 2, 28))
    assert (then.code, then.parent.name) == ("990123201", "前川旗")
