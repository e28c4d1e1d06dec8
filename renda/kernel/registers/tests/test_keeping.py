"""A row is entered, changed, withdrawn and undone; its history says what it was before."""

from datetime import date

import pytest

from renda.congress.actions import hold_session, open_term
from renda.congress.models import Term
from renda.kernel.permits.refusal import Refused, Stale
from renda.kernel.registers.history import history_of
from renda.kernel.registers.keeping import change, enter, withdraw
from renda.kernel.registers.undoing import undo
from renda.kernel.trail.models import Event
from renda.kernel.trail.verify import faults

pytestmark = pytest.mark.django_db
DAY = date(2036, 12, 21)
CLERK = "白玥琪"


@pytest.fixture
def clerk(city):
    return city.actor(CLERK)


@pytest.fixture
def term(city, clerk):
    return open_term(
        congress=city.congresses["hewan"], number=8, from_on=date(2036, 12, 20), by=clerk
    )


def changed(term, clerk, **values):
    return change(term, "congress.change_term", by=clerk, values=values)


def test_a_change_keeps_both_values_and_who_made_it(term, clerk):
    changed(term, clerk, from_on=date(2036, 12, 21))
    newest, first = history_of(term)
    assert (newest.who, newest.lines[0].before, newest.lines[0].after) == (
        CLERK,
        "2036-12-20",
        "2036-12-21",
    )
    assert {line.after for line in first.lines} >= {"8", "2036-12-20"}
    assert list(faults()) == []


def test_nothing_changed_is_said_and_leaves_no_event(term, clerk):
    before = Event.objects.count()
    with pytest.raises(Refused, match="没有作任何改动"):
        changed(term, clerk, number=8)
    assert Event.objects.count() == before


def test_of_two_who_change_the_same_row_the_later_is_told(term, clerk):
    seen = term.version
    change(term, "congress.change_term", by=clerk, values={"number": 7}, seen=seen)
    with pytest.raises(Stale):
        change(term, "congress.change_term", by=clerk, values={"number": 6}, seen=seen)
    assert Term.objects.get(pk=term.pk).number == 7


def test_the_same_entry_twice_is_refused_and_the_first_stays(term, city, clerk):
    with pytest.raises(Refused):
        open_term(congress=city.congresses["hewan"], number=8, from_on=date(2036, 1, 1), by=clerk)
    assert Term.objects.filter(congress=term.congress, number=8).count() == 1


def test_a_withdrawn_row_leaves_the_list_and_its_number_is_free(term, city, clerk):
    withdraw(term, "congress.withdraw_term", by=clerk, reason="写错了")
    assert not Term.objects.filter(pk=term.pk).exists()
    assert Term.ever().filter(pk=term.pk).exists()
    enter(
        Term(congress=term.congress, number=8, from_on=date(2036, 12, 20)),
        "congress.open_term",
        by=clerk,
    )


def test_what_others_stand_on_is_not_withdrawn(city, clerk):
    with pytest.raises(Refused, match="会议"):
        withdraw(city.terms["hewan"], "congress.withdraw_term", by=clerk)


def last_event(row):
    return history_of(row)[0].event.seq


def test_undoing_sets_the_old_value_and_is_a_line_of_its_own(term, clerk):
    changed(term, clerk, from_on=date(2036, 12, 21))
    undo(term, last_event(term), congress_id=term.congress_id, by=clerk)
    assert Term.objects.get(pk=term.pk).from_on == date(2036, 12, 20)
    entries = history_of(term)
    assert [e.is_undone for e in entries] == [False, True, False]
    assert not entries[0].can_undo and entries[2].can_undo is False
    assert list(faults()) == []


def test_what_was_changed_again_is_not_undone(term, clerk):
    changed(term, clerk, from_on=date(2036, 12, 21))
    first = last_event(term)
    changed(term, clerk, from_on=date(2036, 12, 22))
    with pytest.raises(Refused):
        undo(term, first, congress_id=term.congress_id, by=clerk)


def test_an_entry_is_undone_by_making_it_void_and_a_withdrawal_by_bringing_it_back(term, clerk):
    undo(term, last_event(term), congress_id=term.congress_id, by=clerk)
    assert not Term.objects.filter(pk=term.pk).exists()


def test_a_withdrawal_is_undone(term, clerk):
    withdraw(term, "congress.withdraw_term", by=clerk)
    undo(term, last_event(term), congress_id=term.congress_id, by=clerk)
    assert Term.objects.filter(pk=term.pk).exists()


def test_an_event_of_another_row_undoes_nothing(term, city, clerk):
    other = city.terms["hewan"]
    with pytest.raises(Refused):
        undo(other, last_event(term), congress_id=term.congress_id, by=clerk)


def test_a_withdrawal_is_not_undone_while_another_holds_its_place_and_is_told_which(term, clerk):
    withdraw(term, "congress.withdraw_term", by=clerk)
    twin = Term(congress=term.congress, number=8, from_on=date(2036, 12, 20))
    enter(twin, "congress.open_term", by=clerk)
    with pytest.raises(Refused, match=str(twin)):
        undo(term, last_event(term), congress_id=term.congress_id, by=clerk)
    assert Term.ever().get(pk=term.pk).is_void


def test_a_row_is_not_brought_back_onto_one_that_was_withdrawn(term, clerk):
    held = hold_session(term=term, number=1, opens_on=DAY, closes_on=DAY, by=clerk)
    withdraw(held, "congress.withdraw_session", by=clerk)
    withdraw(term, "congress.withdraw_term", by=clerk)
    with pytest.raises(Refused, match=str(term)):
        undo(held, last_event(held), congress_id=term.congress_id, by=clerk)


def test_a_history_and_an_undoing_keep_to_the_trail_of_one_congress(city):
    here, there = city.congresses["hewan"].pk, city.congresses["langwan"].pk
    place = city.congresses["hewan"].region
    admin = city.actor("高珺")
    for congress, note in ((here, "甲"), (there, "乙")):
        change(
            place, "congress.change_region", by=admin, values={"name": note}, congress_id=congress
        )
    assert "甲" in {e.lines[0].after for e in history_of(place, here)}
    assert [e.lines[0].after for e in history_of(place, there)] == ["乙"]


def test_a_history_says_a_sealed_number_only_where_there_was_one(city, clerk):
    person = city.mandates["hewan", "秦二柱"].person
    values = {"mobile_hash": "x" * 64}
    change(person, "deputies.change_person", by=clerk, values=values, congress_id=clerk.congress_id)
    [line] = history_of(person)[0].lines
    assert (line.before, line.after) == ("无", "号码（加密保存）")
