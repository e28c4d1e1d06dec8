"""A reform carries posts on: who stands in goes on standing in, a closed account has none."""

from datetime import timedelta

import pytest

from renda.congress.models import Body, Post
from renda.congress.reform import Reform, carry_out
from renda.congress.renaming import end_body
from renda.congress.roles import Basis, BodyKind
from renda.deputies.cast import HOUSING
from renda.kernel.moment import today
from renda.kernel.registers.history import history_of
from renda.kernel.registers.undoing import undo

pytestmark = pytest.mark.django_db


def reformed(housing, clerk):
    """The housing bureau becomes another."""
    heir = Body(congress=housing.congress, kind=BodyKind.ORGAN, name="市城建局")
    return carry_out(Reform([housing], [heir], today()), by=clerk)[0]


def test_who_stands_in_goes_on_standing_in_for_the_same_person(city, housing, clerk):
    away = Post.objects.get(body=housing, user=city.users["郝雁南"])
    Post.objects.create(
        user=city.users["孔堃"],
        body=housing,
        role=away.role,
        basis=Basis.STANDING_IN,
        stands_in_for=away,
        from_on=today(),
        until_on=today() + timedelta(days=5),
    )
    heir = reformed(housing, clerk)
    stand_in = Post.objects.get(body=heir, basis=Basis.STANDING_IN)
    assert stand_in.stands_in_for == Post.objects.get(body=heir, user=away.user)
    assert stand_in.until_on == today() + timedelta(days=5)


def test_a_closed_account_gets_no_post_at_the_successor(city, housing, clerk):
    user = city.users["郝雁南"]
    user.is_active = False
    user.save()
    heir = reformed(housing, clerk)
    assert city.organ(HOUSING).successions.get().new == heir
    assert not Post.objects.filter(body=heir, user=user).exists()


def test_what_was_taken_back_alone_does_not_hold_up_the_undoing_of_an_end(
    new_organ, contact, clerk
):
    organ = new_organ()
    person = contact(organ)
    end_body(body=organ, until_on=today(), by=clerk)
    for row in (person, organ):
        row.refresh_from_db()
        newest = next(entry for entry in history_of(row) if entry.can_undo)
        undo(row, newest.event.seq, congress_id=organ.congress_id, by=clerk)
        row.refresh_from_db()
        assert row.until_on is None
