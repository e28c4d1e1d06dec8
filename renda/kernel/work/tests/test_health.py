"""/healthz names each fault, and a lost database is survived by the loop."""

from datetime import datetime, timedelta

import pytest
from django.db import OperationalError

from renda.kernel import moment
from renda.kernel.moment import BEIJING
from renda.kernel.notices.models import Outbox
from renda.kernel.work import loop
from renda.kernel.work.health import faults
from renda.kernel.work.models import Beat, Ran

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 6, 1, 12, tzinfo=BEIJING)


@pytest.fixture
def well():
    """Everything beats at noon."""
    Outbox.objects.all().delete()
    with moment.at(NOON):
        loop.beat("worker")
        loop.beat("scheduler")


def at(minutes):
    """The faults so many minutes after noon."""
    with moment.at(NOON + timedelta(minutes=minutes)):
        return faults()


def test_all_is_well(well, client):
    assert at(0) == at(2) == []
    with moment.at(NOON):
        answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"ok": True, "faults": []})


def test_a_silent_process_is_named(well, client):
    assert at(3) == ["worker-silent", "scheduler-silent"]
    with moment.at(NOON + timedelta(minutes=3)):
        loop.beat("worker")
        assert faults() == ["scheduler-silent"]
        assert client.get("/healthz").status_code == 503


def test_a_process_that_never_was_is_named(well):
    Beat.objects.filter(name="worker").delete()
    assert at(0) == ["worker-silent"]


def test_notices_that_wait_too_long_are_named(well):
    Outbox.objects.create(
        congress_id=1, event_id=1, action="a", subject_type="s", subject_id=1, sentence="s",
        reader_kind="user", reader_id=1, user_id=1, created_at=NOON - timedelta(minutes=9),
    )  # fmt: skip
    assert at(0) == []
    assert at(2) == ["notices-waiting"]


def test_a_missing_calendar_is_named_from_december_on(well):
    december = datetime(2031, 12, 2, 12, tzinfo=BEIJING)
    with moment.at(december):
        loop.beat("worker")
        loop.beat("scheduler")
        assert faults() == ["calendar-missing"]


def test_the_loop_survives_a_lost_database_and_stops_when_told(monkeypatch):
    handlers, calls = {}, []
    monkeypatch.setattr(loop.signal, "signal", lambda number, act: handlers.setdefault(number, act))
    monkeypatch.setattr(loop, "PAUSE_AFTER_FAULT", 0.01)
    monkeypatch.setattr(loop.connections, "close_all", lambda: calls.append("closed"))
    monkeypatch.setattr(loop, "close_old_connections", lambda: None)

    def once():
        calls.append("once")
        if calls.count("once") == 2:
            raise OperationalError("gone")
        if calls.count("once") == 4:
            handlers[loop.signal.SIGTERM]()
        return False

    loop.forever("worker", once, pause=0.01)
    assert calls == ["once", "once", "closed", "once", "once"]
    assert Beat.objects.filter(name="worker").exists()


def test_a_nightly_job_that_failed_today_is_named(well):
    failed = {"began_at": NOON, "ended_at": NOON, "fault": "ValueError()"}
    Ran.objects.create(job="anchors", on=NOON.date() - timedelta(days=1), **failed)
    assert at(0) == []
    Ran.objects.create(job="remind", on=NOON.date(), **failed)
    assert at(0) == ["remind-failed"]
