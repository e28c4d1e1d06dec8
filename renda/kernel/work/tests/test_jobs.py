"""Nightly jobs: each once a day, a killed run again after two hours, a fault is its own."""

from datetime import datetime, timedelta

import pytest

from renda.kernel import moment
from renda.kernel.moment import BEIJING
from renda.kernel.work import jobs
from renda.kernel.work.models import Ran

pytestmark = pytest.mark.django_db

NIGHT = datetime(2026, 3, 2, 1, 30, tzinfo=BEIJING)


@pytest.fixture
def ran(monkeypatch):
    """Two jobs, and what they did."""
    done = []
    monkeypatch.setattr(jobs, "_nightly", {})
    jobs.nightly("first", lambda: done.append("first"))
    jobs.nightly("second", lambda: done.append("second"))
    return done


def run_at(at):
    """What runs at this moment."""
    with moment.at(at):
        return jobs.run_due()


def test_each_job_runs_once_a_day(ran):
    assert run_at(NIGHT) == ["first", "second"]
    assert run_at(NIGHT) == run_at(NIGHT + timedelta(hours=20)) == []
    assert run_at(NIGHT + timedelta(days=1)) == ["first", "second"]
    assert ran == ["first", "second"] * 2


def test_nothing_runs_before_one_o_clock(ran):
    assert run_at(NIGHT.replace(hour=0, minute=59)) == [] == ran
    assert run_at(NIGHT.replace(hour=1, minute=0)) == ["first", "second"]


def test_the_day_is_beijings(ran):
    run_at(NIGHT)
    assert Ran.objects.filter(on=NIGHT.date()).count() == 2


def test_a_job_that_fails_does_not_stop_the_others_and_says_why(ran):
    def fail():
        raise ValueError("no room")

    jobs.nightly("first", fail)
    assert run_at(NIGHT) == ["first", "second"] and ran == ["second"]
    assert "no room" in Ran.objects.get(job="first").fault


def test_a_job_that_failed_is_tried_again_after_two_hours_and_then_is_well(ran):
    faults = [ValueError("no room")]

    def fail_once():
        if faults:
            raise faults.pop()

    jobs.nightly("first", fail_once)
    run_at(NIGHT)
    assert run_at(NIGHT + timedelta(minutes=30)) == []
    assert run_at(NIGHT + timedelta(hours=3)) == ["first"]
    row = Ran.objects.get(job="first")
    assert row.fault == "" and row.ended_at is not None


def test_a_job_that_fails_in_the_database_does_not_stop_the_others(ran):
    from django.db import connection, transaction

    def fail():
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM nowhere")

    jobs.nightly("first", fail)
    assert run_at(NIGHT) == ["first", "second"] and ran == ["second"]
    assert "nowhere" in Ran.objects.get(job="first").fault


def test_a_run_that_never_ended_is_taken_over_after_two_hours_and_once(ran):
    Ran.objects.create(job="first", on=NIGHT.date(), began_at=NIGHT)
    assert run_at(NIGHT + timedelta(hours=2)) == ["second"]
    assert run_at(NIGHT + timedelta(hours=2, minutes=1)) == ["first"]
    assert run_at(NIGHT + timedelta(hours=5)) == []
    assert ran == ["second", "first"]


def test_a_run_that_was_taken_over_is_not_taken_over_again_at_once(ran):
    Ran.objects.create(job="first", on=NIGHT.date(), began_at=NIGHT)
    later = NIGHT + timedelta(hours=3)
    with moment.at(later):
        assert jobs._claim("first")
        assert not jobs._claim("first"), "the second machine sees that it began anew"


def test_the_kernels_own_jobs_are_registered():
    assert {"remind", "anchors", "tidy", "papers"} <= set(jobs._nightly)


def test_a_night_clears_away_what_is_old_and_keeps_what_is_not():
    from renda.kernel.pages.models import Answer, Draft
    from renda.kernel.work.tidying import tidy

    for key, days in (("old", 8), ("new", 6)):
        Answer.objects.create(key=key, path="/", given_at=NIGHT - timedelta(days=days))
        Draft.objects.create(
            user_id=1, congress_id=1, form_key=key, saved_at=NIGHT - timedelta(days=days * 25)
        )
    with moment.at(NIGHT):
        tidy()
    assert [row.pk for row in Answer.objects.all()] == ["new"]
    assert [row.form_key for row in Draft.objects.all()] == ["new"]


def test_a_job_that_begins_at_midnight_keeps_its_row(ran, monkeypatch):
    """The day is asked once: a second look at the clock could fall on the next one."""
    last = NIGHT.replace(hour=23, minute=59, second=59)
    moments = iter([last, last])
    after = last + timedelta(seconds=2)
    monkeypatch.setattr(jobs, "now", lambda: next(moments, after))
    jobs.nightly("second", lambda: None)
    assert jobs.run_due()[0] == "first"
    assert Ran.objects.get(job="first").on == NIGHT.date()
