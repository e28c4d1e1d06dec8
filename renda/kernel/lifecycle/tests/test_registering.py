"""A step that changes a register: one history, undone together and never behind the step's back."""

import pytest

from renda.deputies.models import Mandate, Suspension
from renda.kernel.lifecycle.models import RegisterChange
from renda.kernel.lifecycle.undoing import undo_last
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.history import history_of, said_in
from renda.kernel.registers.keeping import change
from renda.kernel.registers.undoing import undo
from renda.kernel.trail.models import Event
from renda.kernel.trail.verify import faults
from tests.qualifying import Qualification

pytestmark = pytest.mark.django_db


def test_the_change_names_its_step_and_stands_in_the_rows_history(city):
    case = Qualification(city).announced()
    newest = history_of(case.seat())[0]
    assert said_in(newest.event)["step"] == "qualifications.announce"
    assert RegisterChange.objects.filter(row_type="deputies.mandate").count() == 1
    assert list(faults()) == []


def test_undoing_the_step_takes_every_change_back_and_says_so(city):
    case = Qualification(city, kind="suspend", ground="detained").announced()
    undo_last(case.fresh(), by=case.clerk)
    assert not Suspension.objects.exists() and Suspension.ever().get().is_void
    assert Event.objects.filter(action="registers.undo").count() == 1
    assert not RegisterChange.objects.exists(), "void with the step"


def test_a_row_changed_after_the_step_keeps_the_step_from_being_undone(city):
    case = Qualification(city).announced()
    values = {"until_on": None}
    change(case.seat(), "deputies.change_mandate", by=case.clerk, values=values)
    with pytest.raises(Refused):
        undo_last(case.fresh(), by=case.clerk)
    assert case.fresh().state == "announced", "all or nothing"


def test_another_field_changed_after_it_does_not(city):
    case = Qualification(city).announced()
    change(case.seat(), "deputies.change_mandate", by=case.clerk, values={"category": "教师"})
    undo_last(case.fresh(), by=case.clerk)
    seat = Mandate.objects.get(pk=case.mandate.pk)
    assert (seat.until_on, seat.category) == (None, "教师")


def test_the_history_offers_no_undoing_of_what_a_step_did(city):
    case = Qualification(city).announced()
    entry = history_of(case.seat())[0]
    assert not entry.can_undo
    with pytest.raises(Refused):
        undo(case.seat(), entry.event.seq, congress_id=case.mandate.congress_id, by=case.clerk)
