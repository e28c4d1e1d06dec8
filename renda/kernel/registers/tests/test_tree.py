"""A register drawn as a tree; what its list shows first; numbers that a phone can call; undoing
with what was done along."""

from datetime import date

import pytest

from renda.congress.models import Body
from renda.congress.renaming import rename_body
from renda.deputies.cast import HOUSING
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.register import REGISTERS, Telephone
from renda.kernel.registers.tree import arranged
from renda.kernel.registers.undoing import undo
from renda.kernel.trail.models import Event


def test_each_row_stands_behind_the_one_it_belongs_to():
    pairs = [(1, None), (2, 1), (3, None), (4, 1), (5, 2)]
    assert arranged(pairs) == [(1, 0), (2, 1), (5, 2), (4, 1), (3, 0)]


def test_a_row_whose_superior_was_not_found_stands_at_the_top():
    assert arranged([(5, 2), (6, 5)]) == [(5, 0), (6, 1)]


def test_a_ring_of_rows_is_listed_all_the_same():
    assert sorted(pk for pk, _depth in arranged([(1, 2), (2, 1), (3, 3)])) == [1, 2, 3]


def test_a_row_found_twice_is_listed_once():
    assert arranged([(1, None), (1, None), (2, 1), (2, 1)]) == [(1, 0), (2, 1)]


@pytest.mark.parametrize(
    ("said", "dialled"),
    [
        ("0470-000 1017", "04700001017"),
        ("0470-000 1017、000 1018", "04700001017"),
        ("+86 470 000 1017", "+864700001017"),
        ("总机", ""),
        ("", ""),
    ],
)
def test_a_telephone_is_dialled_without_what_people_write_between(said, dialled):
    assert Telephone(said).tel == dialled


@pytest.mark.django_db
def test_who_searches_searches_everything_and_the_list_shows_what_is_there(city):
    register, actor = REGISTERS["organs"], city.actor("白玥琪")
    shown = set(register.found(actor, "", "").values_list("name", flat=True))
    assert HOUSING in shown and "市园林局" not in shown
    found = set(register.found(actor, "园林", "").values_list("name", flat=True))
    assert found == {"市园林局"}


@pytest.mark.django_db
def test_what_was_done_along_is_undone_along_or_nothing_is(city):
    clerk, housing = city.actor("白玥琪"), city.organ(HOUSING)
    rename_body(body=housing, name="市住房局", on=date(2026, 3, 2), by=clerk)
    event = Event.objects.get(action="congress.rename_body")
    past = housing.pasts.get()
    past.name = "别的"
    past.version += 1
    past.save()
    here = {"congress_id": housing.congress_id, "by": clerk}
    with pytest.raises(Refused):
        undo(housing, event.seq, **here)
    assert Body.objects.get(pk=housing.pk).name == "市住房局"
