"""What is entered late keeps its place: no event stands before the one it follows from."""

from datetime import timedelta

import pytest

from renda.deputies.cast import HOUSING
from renda.kernel import moment
from renda.kernel.clock.models import Deadline
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.models import Event
from renda.suggestions import handling
from tests.life import POLICE, Life

pytestmark = pytest.mark.django_db
SCHOOLS = "市教育局"


def days_ago(n):
    """That moment."""
    return moment.now() - timedelta(days=n)


def test_every_organ_has_answered_on_the_day_of_the_last_answer(city):
    """One answers on Friday; the paper of the other, of Tuesday, is entered on Monday."""
    with moment.at(days_ago(8)):
        life = Life(city).assigned(**{POLICE: "separate", SCHOOLS: "separate"})
        life.received(POLICE).heard(POLICE).received(SCHOOLS).heard(SCHOOLS)
    with moment.at(days_ago(3)):
        life.answered(POLICE)
    tuesday, friday = days_ago(6).date(), days_ago(3).date()
    said = {"text": "已办。", "result": "A", "on": tuesday, "reason": "补记"}
    handling.reply(life.part(SCHOOLS), by=city.handler(SCHOOLS), **said)
    replied = Event.objects.filter(action="handlings.reply").order_by("at").last()
    done = Event.objects.get(action="suggestions.conclude_replies")
    assert done.at == replied.at
    assert Deadline.objects.of(life.fresh()).named("judge").get().started_on == friday


def test_a_contact_dated_back_is_not_of_a_later_day(city):
    """Else the reply could be dated back before the talk that the law wants first."""
    with moment.at(days_ago(8)):
        life = Life(city).assigned().received()
    dated = {"on": days_ago(6).date(), "reason": "补记", "way": "visit", "summary": "当面听取。"}
    by = city.handler(HOUSING)
    with pytest.raises(Refused):
        handling.log_contact(life.part(), by=by, held_on=moment.today(), **dated)
    handling.log_contact(life.part(), by=by, held_on=days_ago(7).date(), **dated)
    assert life.part().contacts.count() == 1
