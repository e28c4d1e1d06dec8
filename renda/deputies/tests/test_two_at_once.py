"""Two clerks seat people at the same moment: the second is told, and nobody sits twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection, connections

from renda.deputies import actions
from renda.deputies.cast import CITY
from renda.deputies.models import Membership
from renda.deputies.roles import GroupKind
from renda.deputies.tests.conftest import DAY
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.verify import faults

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _on_postgresql():
    if connection.vendor != "postgresql":
        pytest.skip("only on PostgreSQL: SQLite has one writer at a time, there is nothing to meet")


def together(*acts):
    """Do them in threads at the same moment; what each gave, or was refused with."""
    gate = Barrier(len(acts))

    def one(does):
        gate.wait()
        try:
            return does()
        except Refused as refused:
            return refused
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))


def test_two_chairpersons_at_once_are_one(city, deputy):
    where = city.bodies[CITY, "城乡建设环境资源委员会"]
    head = where.memberships.get(office="head")
    actions.leave(membership=head, until_on=date(2026, 6, 24), reason="调离")
    people = [deputy(name).person for name in ("乌仁托娅", "秦二柱")]
    seat = lambda who: actions.seat(body=where, person=who, office="head", from_on=DAY)  # noqa: E731
    said = together(*(lambda who=who: seat(who) for who in people))
    assert sorted(type(answer).__name__ for answer in said) == ["Membership", "Refused"]
    assert Membership.objects.held_on(DAY).filter(body=where, office="head").count() == 1


def test_one_deputy_taken_into_two_field_groups_at_once_is_in_one(city, deputy):
    here, mandate = city.congresses[CITY], deputy("谷雨田")
    groups = [
        actions.found_group(congress=here, kind=GroupKind.FIELD, name=name).body
        for name in ("甲组", "乙组", "丙组", "丁组")
    ]
    said = together(
        *(
            lambda group=group: actions.seat(body=group, person=mandate.person, from_on=DAY)
            for group in groups
        )
    )
    assert sum(isinstance(answer, Membership) for answer in said) == 1
    assert Membership.objects.filter(person=mandate.person).count() == 1
    assert list(faults()) == []


def test_many_seats_and_leavings_at_once_wait_for_each_other(city, deputy, committee):
    people = [deputy(f"新代表{n}").person for n in "甲乙丙丁"]
    vice = committee.memberships.get(person__name="其其格玛")
    acts = [lambda who=who: actions.seat(body=committee, person=who, from_on=DAY) for who in people]
    acts.append(lambda: actions.leave(membership=vice, until_on=date(2026, 9, 30), reason="退休"))
    said = together(*acts)
    assert not any(isinstance(answer, Refused) for answer in said)
    rows = Membership.objects.filter(body=committee, person__in=people)
    assert len({row.order for row in rows}) == 4, "each has a place of its own"
    assert list(faults()) == []
