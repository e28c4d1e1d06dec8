"""Each clock is reminded of once and told overdue once: the first by the law's day, the second
after the last lawful one (build-notes 10)."""

from datetime import datetime, timedelta

import pytest

from renda.kernel import moment
from renda.kernel.clock.models import Deadline
from renda.kernel.lifecycle.models import Reminded
from renda.kernel.lifecycle.reminding import remind
from renda.kernel.moment import BEIJING
from renda.kernel.notices.models import Outbox
from renda.kernel.trail.models import Event
from renda.kernel.trail.verify import faults
from tests.life import Life

pytestmark = pytest.mark.django_db

# Three months from 30 January 2026 end on Thursday 30 April; 30 November 2025 is a Sunday.
ASSIGNED = datetime(2026, 1, 30, 10, tzinfo=BEIJING)


@pytest.fixture
def life(city):
    """Assigned and signed for on 30 January: what runs is the reply clock alone."""
    with moment.at(ASSIGNED):
        return Life(city).assigned().received()


def clock(life, name="reply"):
    """The organ's clock of this name."""
    return Deadline.objects.of(life.part()).named(name).get()


def on(day, hour=2):
    """The night's look on this day; returns how many reminders it gave."""
    with moment.at(datetime.combine(day, datetime.min.time(), BEIJING) + timedelta(hours=hour)):
        return remind()


def kinds(deadline):
    """Which reminders this clock has had."""
    return sorted(Reminded.objects.filter(deadline=deadline).values_list("kind", flat=True))


def test_it_is_reminded_ten_days_before_the_laws_day_and_once(life):
    row = clock(life)
    assert on(row.statutory_on - timedelta(days=11)) == 0
    assert on(row.statutory_on - timedelta(days=10)) == 1
    for day in (10, 9, 1, 0):
        assert on(row.statutory_on - timedelta(days=day)) == 0
    assert kinds(row) == ["remind"]


def test_it_is_overdue_after_the_last_lawful_day_and_once(life):
    row = clock(life)
    on(row.statutory_on)
    assert on(row.latest_on) == 0
    assert on(row.latest_on + timedelta(days=1)) == 1
    assert on(row.latest_on + timedelta(days=2)) == on(row.latest_on + timedelta(days=99)) == 0
    assert kinds(row) == ["overdue", "remind"]


def test_between_the_laws_day_and_the_last_one_it_is_not_overdue(life):
    """A last day that falls on days off is rolled on; the reminder still counts to the law's."""
    row = clock(life)
    late = row.statutory_on + timedelta(days=3)
    Deadline.objects.filter(pk=row.pk).update(latest_on=late)
    assert on(row.statutory_on + timedelta(days=1)) == 1 and kinds(row) == ["remind"]
    assert on(late) == 0
    assert on(late + timedelta(days=1)) == 1 and kinds(row) == ["overdue", "remind"]


def test_a_night_that_was_missed_is_made_up_for(life):
    row = clock(life)
    assert on(row.statutory_on - timedelta(days=2)) == 1
    assert on(row.latest_on + timedelta(days=20)) == 1


def test_what_is_overdue_is_no_longer_nearly_up(life):
    row = clock(life)
    assert on(row.latest_on + timedelta(days=5)) == 1
    assert kinds(row) == ["overdue"]


def test_a_stopped_clock_is_left_in_peace(life):
    row = clock(life)
    with moment.at(ASSIGNED + timedelta(days=5)):
        life.heard().answered()
    Deadline.objects.exclude(pk=row.pk).filter(stopped_on=None).update(stopped_on=moment.today())
    assert on(row.statutory_on) == on(row.latest_on + timedelta(days=1)) == 0
    assert kinds(row) == []


def test_a_clock_taken_back_is_left_in_peace(life):
    row = clock(life)
    Deadline.objects.filter(pk=row.pk).update(is_void=True)
    assert on(row.statutory_on) == on(row.latest_on + timedelta(days=1)) == 0


def test_a_short_clock_is_not_reminded_of_on_its_first_day(city):
    with moment.at(ASSIGNED):
        life = Life(city).assigned()
    row = clock(life, "receive")  # three working days: half of them must be over
    day = row.started_on
    assert on(day, hour=23) == 0
    Deadline.objects.exclude(pk=row.pk).filter(stopped_on=None).update(stopped_on=day)
    while day < row.statutory_on and not on(day):
        day += timedelta(days=1)
    assert row.started_on < day < row.statutory_on and kinds(row) == ["remind"]


def test_a_reminder_is_an_event_of_nobody_and_tells_the_organ(life):
    row = clock(life)
    Outbox.objects.all().delete()
    on(row.statutory_on)
    event = Event.objects.get(action="handlings.remind")
    assert (event.actor_id, event.subject_id, event.before) == (None, life.part().pk, "received")
    organ = {life.city.users[name].pk for name in ("孔堃", "郝雁南")}
    assert {r.user_id for r in Outbox.objects.filter(event_id=event.pk)} == organ
    assert list(faults()) == []


def test_what_is_overdue_is_told_to_the_office_too(life):
    row = clock(life)
    on(row.latest_on + timedelta(days=1))
    event = Event.objects.get(action="handlings.overdue")
    told = {r.user_id for r in Outbox.objects.filter(event_id=event.pk)}
    assert {life.city.users[name].pk for name in ("孔堃", "郝雁南", "白玥琪", "韩赟")} <= told
    assert "overdue" not in life.fresh().state, "overdue is asked, never stored"


def test_a_provisional_date_is_reminded_of_like_any_other_and_said_to_be_one(city):
    from renda.kernel.clock.calendars import calendar_of
    from renda.kernel.clock.left import badge

    far = datetime(2030, 1, 30, 10, tzinfo=BEIJING)  # no notice has told the days off of 2030
    with moment.at(far):
        life = Life(city).assigned().received()
        row = clock(life)
        shown = badge(row, far.date(), calendar_of(life.suggestion.congress_id))
    assert row.is_provisional and shown.is_provisional
    assert on(row.statutory_on - timedelta(days=3)) == 1


def test_a_subject_that_is_gone_does_not_stop_the_night(life):
    row = clock(life)
    same = {f.attname: getattr(row, f.attname) for f in Deadline._meta.concrete_fields}
    for name, value in (("subject_id", 10**9), ("subject_type", "suggestions.suggestion")):
        Deadline.objects.create(**{**same, "id": None, "name": name, name: value})
    assert on(row.statutory_on) >= 1
    assert kinds(row) == ["remind"]
