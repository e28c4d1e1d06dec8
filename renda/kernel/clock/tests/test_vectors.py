"""Every table of calendar.md sections 3, 4 and 6."""

from datetime import date, timedelta

import pytest

from renda.kernel.clock.national import national
from renda.kernel.clock.spans import Days, Months, WorkingDays, cleared, parse
from renda.kernel.clock.tests.vectors import BEFORE, DAYS, FORWARD, MONTHS, RESTING

day = date.fromisoformat


@pytest.mark.parametrize(("event", "working", "calendar_day"), BEFORE)
def test_seven_days_before(event, working, calendar_day):
    counted = WorkingDays(-7).count(day(event), national())
    assert counted.statutory == counted.latest == counted.target == day(working)
    assert len(counted.counted) == 7
    assert not counted.is_provisional
    counted = Days(-7).count(day(event), national())
    assert counted.statutory == counted.latest == day(calendar_day)
    assert (counted.target != counted.statutory) == (calendar_day in RESTING)


def test_the_days_that_count_back_from_9_october_2025():
    counted = WorkingDays(-7).count(day("2025-10-09"), national())
    september = (30, 29, 28, 26, 25, 24, 23)
    assert [d for d, _n in counted.counted] == [date(2025, 9, n) for n in september]
    assert [n for _d, n in counted.counted] == [1, 2, 3, 4, 5, 6, 7]
    assert [d.day for d, _why in counted.skipped] == [8, 7, 6, 5, 4, 3, 2, 1, 27]


@pytest.mark.parametrize(("start", "span", "end"), FORWARD)
def test_working_days_forward(start, span, end):
    counted = parse(span).count(day(start), national())
    assert counted.statutory == counted.latest == day(end)


@pytest.mark.parametrize(("start", "span", "end"), MONTHS)
def test_months(start, span, end):
    assert parse(span).count(day(start), national()).statutory == day(end)


def test_three_months_that_end_on_a_day_off_are_in_time_on_the_next_working_day():
    counted = Months(3).count(day("2025-07-08"), national())
    assert (counted.statutory, counted.latest) == (day("2025-10-08"), day("2025-10-09"))
    assert [d for d, _why in counted.skipped] == [day("2025-10-08")]


def test_counting_back_is_never_later_and_the_work_is_due_on_the_working_day_before():
    counted = Days(-7).count(day("2025-10-15"), national())
    assert counted.statutory == counted.latest == day("2025-10-08")
    assert counted.target == day("2025-09-30")


def test_clear_days_lie_wholly_between():
    assert cleared(Days(-7)).count(day("2025-10-15"), national()).statutory == day("2025-10-07")
    clear = cleared(WorkingDays(-7)).count(day("2025-10-09"), national())
    assert clear.statutory == day("2025-09-22")


@pytest.mark.parametrize(("named", "is_working"), DAYS)
def test_single_days(named, is_working):
    assert national().is_working(day(named)) is is_working


@pytest.mark.parametrize("year", [2025, 2026])
def test_working_days_of_a_year(year):
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(365))
    assert sum(map(national().is_working, days)) == 248


def test_back_into_a_year_without_a_notice_is_provisional():
    counted = WorkingDays(-7).count(day("2027-01-06"), national())
    assert counted.is_provisional
    assert counted.is_margin  # the New Year is near: nine days are kept in hand
    assert counted.statutory == day("2026-12-25") - timedelta(days=9)
