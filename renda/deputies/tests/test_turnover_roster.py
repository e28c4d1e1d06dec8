"""The new roster: re-elected, new, elected in another place, and who may be who."""

import pytest

from renda.deputies import changing_terms
from renda.deputies.models import ElectoralUnit, Mandate, Person
from renda.deputies.turnover import roster
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers import keeping
from tests.turnover import CLOSES, OPENS, Turn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("before")]


@pytest.fixture
def turn(city):
    return Turn(city)


def unit(term, name):
    row = ElectoralUnit(congress=term.congress, term=term, kind="electoral_unit", name=name)
    return keeping.enter(row, "deputies.add_unit", by=None)


def test_who_held_a_seat_to_the_end_is_re_elected_all_others_are_new(city, turn):
    turn.again("乌仁托娅")
    turn.new("苏木吉", "前川旗")
    said = {
        r.mandate.person.name: (r.beginning, r.is_contrary) for r in roster.recognised(turn.change)
    }
    assert said == {"乌仁托娅": ("again", False), "苏木吉": ("new", False)}


def test_a_roster_that_says_otherwise_is_shown_and_not_overwritten(city, turn):
    new = turn.new("苏木吉")
    keeping.change(new, "deputies.change_mandate", by=turn.clerk, values={"beginning": "again"})
    assert [r.is_contrary for r in roster.recognised(turn.change)] == [True]
    with pytest.raises(Refused):
        changing_terms.recognise(turn.fresh(), by=turn.clerk)
    assert Mandate.objects.get(pk=new.pk).beginning == "again"


def test_re_elected_in_another_place(city, turn):
    place = unit(turn.change.new, "后川旗")
    turn.again("那仁格日勒图", unit=place)
    turn.again("乌仁托娅")
    new = {m.person.name: m for m in roster.entered(turn.change)}
    assert new["那仁格日勒图"].unit == place and new["那仁格日勒图"].electoral_unit == "后川旗"
    assert new["那仁格日勒图"].delegation is None, "the delegation of the old place is not theirs"
    assert new["乌仁托娅"].electoral_unit == "前川旗"
    assert new["乌仁托娅"].delegation == city.bodies["hewan", "前川旗代表团"]
    assert {m.beginning for m in new.values()} == {"again"}


def test_entering_somebody_twice_changes_nothing(city, turn):
    olds = roster.before(turn.change).filter(person__name="乌仁托娅")
    assert roster.enter_again(turn.change, olds, by=turn.clerk) == 1
    assert roster.enter_again(turn.change, olds, by=turn.clerk) == 0


def test_units_are_taken_over_once(city):
    unit(city.terms["zhongchuan"], "第一选区")
    unit(city.terms["zhongchuan"], "第二选区")
    turn = Turn(city, "zhongchuan", by=_keeper(city), opens_on=OPENS, closes_on=CLOSES)
    old = ElectoralUnit.objects.filter(term=turn.change.old)
    assert roster.take_units(turn.change, by=turn.clerk) == len(old) == 3
    assert roster.take_units(turn.change, by=turn.clerk) == 0
    new = ElectoralUnit.objects.filter(term=turn.change.new)
    assert {u.name for u in new} == {u.name for u in old} >= {"第一选区", "第二选区"}


def _keeper(city):
    from renda.congress.actions import give_post

    body = city.bodies["zhongchuan", "代表工作委员会"]
    give_post(
        user=city.users["白玥琪"], body=body, role="deputies_office", from_on=OPENS.replace(2026)
    )
    return "白玥琪"


def test_a_namesake_is_asked_about_and_never_merged(city, turn):
    turn.new("乌仁 托娅", "五泉县")
    [pair] = roster.namesakes(turn.change)
    assert (pair.new.electoral_unit, pair.old.electoral_unit) == ("五泉县", "前川旗")
    turn.recognised()
    with pytest.raises(Refused, match="同名"):
        changing_terms.settle(turn.fresh(), by=turn.clerk)


def test_two_people_of_one_name_stay_two(city, turn):
    new = turn.new("乌仁托娅", "五泉县")
    old = city.mandates["hewan", "乌仁托娅"]
    changing_terms.tell_apart(turn.fresh(), by=turn.clerk, pair=f"{new.pk}/{old.pk}")
    assert roster.namesakes(turn.fresh()) == []
    assert [r.beginning for r in roster.recognised(turn.change)] == ["new"]
    with pytest.raises(Refused, match="已经分辨过"):
        changing_terms.make_one(turn.fresh(), by=turn.clerk, pair=f"{new.pk}/{old.pk}")


def test_one_person_entered_twice_becomes_one_with_what_the_new_roster_knows(city, turn):
    new = turn.new("乌仁托娅", "前川旗", work="前川旗第二中学", party="民盟", mobile_hash="")
    old = city.mandates["hewan", "乌仁托娅"]
    twin = new.person
    changing_terms.make_one(turn.fresh(), by=turn.clerk, pair=f"{new.pk}/{old.pk}")
    new = Mandate.objects.get(pk=new.pk)
    assert new.person_id == old.person_id
    person = Person.objects.get(pk=old.person_id)
    assert (person.work, person.party) == ("前川旗第二中学", "民盟")
    assert not Person.objects.filter(pk=twin.pk).exists()
    assert Person.ever().get(pk=twin.pk).is_void
    assert [r.beginning for r in roster.recognised(turn.fresh())] == ["again"]


def test_people_born_in_different_months_are_no_namesakes(city, turn):
    assert city.mandates["hewan", "乌仁托娅"].person.born == "1979-03"
    turn.new("乌仁托娅", born="1990-11")
    assert roster.namesakes(turn.change) == []


@pytest.mark.parametrize("pair", ["", "1/2", "x/y", "1/" + "9" * 30, "'; --"])
def test_a_pair_that_is_none_is_refused(turn, pair):
    with pytest.raises(Refused):
        changing_terms.tell_apart(turn.fresh(), by=turn.clerk, pair=pair)
