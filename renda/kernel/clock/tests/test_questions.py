"""Overdue goes by the latest day, reminders by the law's day, and nothing of it is stored."""

import re
from datetime import date, datetime, timedelta

import pytest

from renda.kernel.clock.left import badge
from renda.kernel.clock.models import Deadline
from renda.kernel.clock.models.deadline import label_of
from renda.kernel.clock.national import national
from renda.kernel.clock.running import Clock, start, stop
from renda.kernel.clock.spans import Days, Hours, Months, Span, WorkingDays
from renda.kernel.clock.tests.thing import Thing
from renda.kernel.moment import BEIJING

pytestmark = pytest.mark.django_db
LEGAL, LATEST = date(2025, 10, 8), date(2025, 10, 9)


def begun(span: Span, on: date, **of):
    clock = Clock("reply", ("assigned",), span, "代表法51.2", "Reply")
    moment = datetime(on.year, on.month, on.day, 9, tzinfo=BEIJING)
    return start(Thing(**of), clock, on=on, moment=moment, taken_id=None)


def shown(row, today, now=None):
    row.refresh_from_db()
    found = badge(row, today, national(), now)
    return found.tone, found.icon


def test_overdue_by_the_latest_day_and_soon_by_the_legal_one():
    row = begun(Months(3), date(2025, 7, 8))
    asked = Deadline.objects.at_congress(5)
    assert (row.statutory_on, row.latest_on) == (LEGAL, LATEST)
    assert not asked.due_soon(date(2025, 9, 27), 10)
    assert list(asked.due_soon(date(2025, 9, 28), 10)) == [row]
    for day in (LEGAL, LATEST):
        assert not asked.overdue(day)
        assert asked.due_soon(day, 10)
    assert list(asked.overdue(date(2025, 10, 10))) == [row]
    assert not asked.due_soon(date(2025, 10, 10), 10)
    assert not Deadline.objects.at_congress(6).overdue(date(2026, 1, 1))


def test_hours_are_overdue_to_the_minute():
    begun(Hours(24), date(2025, 9, 1))
    due = datetime(2025, 9, 2, 9, tzinfo=BEIJING)
    assert not Deadline.objects.overdue(due)
    assert Deadline.objects.overdue(due + timedelta(minutes=1))
    assert not Deadline.objects.overdue(due.date())


def test_in_time_and_late():
    for pk, day in ((1, LATEST), (2, date(2025, 10, 10))):
        begun(Months(3), date(2025, 7, 8), pk=pk)
        stop(Thing(pk=pk), "reply", on=day, taken_id=None)
    assert Deadline.objects.stopped_in_time().get().subject_id == 1
    assert Deadline.objects.stopped_late().get().subject_id == 2
    assert not Deadline.objects.overdue(date(2026, 1, 1))
    assert Deadline.objects.of_many("invented.thing", [1, 2]).count() == 2
    assert label_of(Thing()) == "invented.thing"


def test_the_badge_through_the_life_of_a_deadline():
    row = begun(Months(3), date(2025, 7, 8))
    assert shown(row, date(2025, 9, 27)) == ("", "clock")
    assert shown(row, date(2025, 9, 28)) == ("t-soon", "soon")
    assert shown(row, LEGAL) == shown(row, LATEST) == ("t-soon", "soon")
    assert shown(row, date(2025, 10, 15)) == ("t-late", "late")
    assert "6" in badge(row, date(2025, 10, 15), national()).text
    stop(Thing(), "reply", on=date(2025, 9, 17), taken_id=None)
    assert shown(row, date(2026, 1, 1)) == ("t-ok", "done")
    assert "71" in badge(row, date(2026, 1, 1), national()).text


def test_the_badge_between_the_two_days_names_the_latest():
    row = begun(Days(30), date(2025, 9, 1))  # 1 October, so in time on the 9th
    said = badge(row, date(2025, 10, 4), national())
    assert said.tone == "t-soon"
    assert "9" in said.text


def test_the_badge_counts_working_days_for_working_days():
    row = begun(WorkingDays(10), date(2026, 9, 28))
    assert row.statutory_on == date(2026, 10, 16)
    said = badge(row, date(2026, 10, 13), national())
    assert said.tone == "t-soon" and re.findall(r"\d+", said.text) == ["3"]
    assert shown(row, date(2026, 9, 29)) == ("", "clock")


def test_the_badge_of_hours_of_the_late_and_of_the_taken_back():
    row = begun(Hours(24), date(2025, 9, 1))
    due = datetime(2025, 9, 2, 9, tzinfo=BEIJING)
    assert "5" in badge(row, due.date(), national(), due - timedelta(hours=5)).text
    assert shown(row, due.date(), due + timedelta(hours=2)) == ("t-late", "late")
    assert shown(row, due.date(), due + timedelta(hours=50)) == ("t-late", "late")
    stop(Thing(), "reply", on=date(2025, 9, 4), taken_id=None)
    assert shown(row, due.date()) == ("t-late", "late")
    row.is_void = True
    assert badge(row, due.date(), national()).tone == ""


def test_a_guess_says_so():
    row = begun(WorkingDays(5), date(2026, 12, 30))
    assert row.is_provisional
    assert badge(row, date(2026, 12, 31), national()).is_provisional
    assert list(Deadline.objects.provisional()) == [row]
