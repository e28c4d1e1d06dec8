"""The end of a body: on which days, with what open, and never of the last administrator."""

from datetime import date, timedelta

import pytest

from renda.congress.models import Body, Contact, Post
from renda.congress.renaming import end_body
from renda.congress.roles import BodyKind
from renda.deputies.cast import CITY
from renda.kernel.moment import today
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.keeping import enter
from renda.suggestions.models import Suggestion
from tests.life import Life

pytestmark = pytest.mark.django_db


def test_no_body_ends_on_a_day_to_come_or_before_it_began(new_organ, clerk):
    organ = new_organ(from_on=date(2026, 3, 2))
    with pytest.raises(Refused, match="以后登记"):
        end_body(body=organ, until_on=today() + timedelta(days=1), by=clerk)
    with pytest.raises(Refused, match="不能早于"):
        end_body(body=organ, until_on=date(2026, 3, 1), by=clerk)
    end_body(body=organ, until_on=date(2026, 3, 2), by=clerk)


def test_a_committee_that_judges_an_open_suggestion_does_not_end(city, clerk):
    committee = city.bodies[CITY, "城乡建设环境资源委员会"]
    row = Life(city).assigned().suggestion
    Suggestion.objects.filter(pk=row.pk).update(judge_body=committee)
    with pytest.raises(Refused, match="1 件"):
        end_body(body=committee, until_on=today(), by=clerk)


def test_the_body_of_the_last_administrator_does_not_end(city, clerk):
    centre = Body.objects.get(
        pk=Post.objects.get(role="administrator", body__congress__slug="hewan").body_id
    )
    assert centre.kind == BodyKind.OFFICE
    with pytest.raises(Refused, match="管理员"):
        end_body(body=centre, until_on=today() - timedelta(days=1), by=clerk)
    centre.refresh_from_db()
    assert centre.until_on is None


def test_what_began_and_ended_on_one_day_does_not_keep_a_body_from_ending(new_organ, clerk):
    """A contact entered and replaced today has this one day; the body ends yesterday."""
    organ = new_organ()
    day = today()
    row = Contact(body=organ, duty="contact", name="一日", from_on=day, until_on=day)
    enter(row, "congress.add_contact", by=None, congress_id=organ.congress_id)
    ended = end_body(body=organ, until_on=day - timedelta(days=1), by=clerk)
    assert ended.until_on == day - timedelta(days=1)
