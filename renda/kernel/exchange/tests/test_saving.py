"""A whole file is written with few queries, parents before children, and never over a neighbour."""

import random
import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from renda.congress.models import Region
from renda.kernel.exchange import runs
from renda.kernel.exchange.saving import save
from renda.kernel.exchange.table import Entry
from renda.kernel.exchange.tests.places import PLACES, invented
from renda.kernel.exchange.tests.sheets import text
from renda.kernel.permits.refusal import Refused, Stale

pytestmark = pytest.mark.django_db


def place(code, **more):
    return Region(code=code, name=f"第{code}地", kind="other", **more)


def test_children_that_stand_before_their_parents_wait_for_them():
    top = place("98")
    middle = place("9801", parent=top)
    low = place("980101", parent=middle)
    save([Entry(row, is_new=True) for row in (low, middle, top)])
    assert Region.objects.get(code="980101").parent.parent == top


def test_the_same_row_of_two_records_is_written_once():
    row = place("98")
    save([Entry(row, is_new=True), Entry(row, is_new=True)])
    assert Region.objects.filter(code="98").count() == 1


def test_a_changed_row_may_come_below_a_new_one_and_counts_its_version():
    row = place("98")
    row.save()
    row.parent = place("97")
    save([Entry(row, is_new=False, changed={"parent": [None, 0]}), Entry(row.parent, is_new=True)])
    row = Region.objects.get(code="98")
    assert (row.parent.code, row.version) == ("97", 1)


def test_what_stands_twice_in_a_register_is_refused_and_nothing_is_written():
    place("98").save()
    with pytest.raises(Refused):
        save([Entry(place("97"), is_new=True), Entry(place("98"), is_new=True)])
    assert not Region.objects.filter(code="97").exists()


def test_a_row_that_was_changed_or_withdrawn_meanwhile_is_not_overwritten():
    row = place("98")
    row.save()
    for newer in ({"version": 1}, {"version": 0, "is_void": True}):
        Region.ever().filter(pk=row.pk).update(**newer)
        with pytest.raises(Stale):
            save([Entry(row, is_new=False, changed={"name": ["", "别"]})])


def test_a_circle_of_new_rows_is_a_fault_of_the_table():
    one, two = place("98"), place("97")
    one.parent, two.parent = two, one
    with pytest.raises(ValueError, match="circle"):
        save([Entry(one, is_new=True), Entry(two, is_new=True)])


def test_queries_grow_with_batches_and_not_with_rows(desk):
    with CaptureQueriesContext(connection) as few:
        desk.taken(text(invented(300)), "三百.csv", PLACES)
    assert len(few) < 40
    assert Region.objects.filter(code__startswith="97").count() == 300


def test_a_shuffled_tree_is_the_same_tree(desk):
    rows = invented(400)
    parents = [row for row in rows[1:] if len(row[0]) < 12]
    others = [row for row in rows[1:] if len(row[0]) >= 12]
    random.Random(7).shuffle(others)
    desk.taken(text([rows[0], *parents, *others]), "乱.csv", PLACES)
    assert Region.objects.filter(code__startswith="97").exclude(parent=None).count() == 399


@pytest.mark.slow
def test_forty_five_thousand_regions_are_taken_in_as_one_act(desk, record_testsuite_property):
    """All of it: reading the file, laying it out, judging, writing, recording. How long that took
    is told, not judged."""
    run = desk.brought(text(invented(45_000), "gb18030"), "全省.csv", PLACES)
    began = time.process_time()
    runs.take_in(PLACES, desk.congress, run, by=desk.clerk)
    took = time.process_time() - began
    record_testsuite_property("seconds for 45,000 regions", round(took, 1))
    assert Region.objects.filter(code__startswith="97").count() == 45_000
