"""A row is entered, changed, withdrawn and undone; its history says what it was before."""

from datetime import date

import pytest

from renda.congress.actions import open_term
from renda.congress.models import Term
from renda.kernel.permits.refusal import Refused, Stale
from renda.kernel.registers.history import history_of
from renda.kernel.registers.keeping import change, enter, withdraw
from renda.kernel.registers.undoing import undo
from renda.kernel.trail.models import Event
from renda.kernel.trail.verify import faults

pytestmark = pytest.mark.django_db
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
