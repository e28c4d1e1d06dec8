"""Every day from 2007 to 2026, against the shared files and an independent package."""

import json
import os
from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import pytest

from renda.kernel.clock.days import Calendar
from renda.kernel.clock.feasts import feasts
from renda.kernel.clock.national import national, notices

PROJECT = Path(__file__).parents[4]
SHARED = Path(os.environ.get("RENDA_TEST_DATA", PROJECT.parent / "shared" / "data")) / "holiday"
FIRST, LAST = date(2007, 1, 1), date(2026, 12, 31)
DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]

# An invented year in the form of the shared files: this test runs where they are not.
TWIN = {
    "year": 2011,
    "days": [
        {"name": "甲", "date": "2011-03-02", "isOffDay": True},
        {"name": "甲", "date": "2011-03-05", "isOffDay": False},
    ],
}


def by_files(files):
    """What a plain reading of year files says of each day."""
    told = {day["date"]: not day["isOffDay"] for file in files for day in file["days"]}
    return lambda day: told.get(day.isoformat(), day.weekday() < 5)


def test_the_invented_year():
    calendar = Calendar(
        off={date(2011, 3, 2): "甲"}, work={date(2011, 3, 5): "甲"}, published=frozenset({2011})
    )
    truth = by_files([TWIN])
    days = [date(2011, 1, 1) + timedelta(days=n) for n in range(365)]
    assert [calendar.is_working(day) for day in days] == [truth(day) for day in days]
    assert calendar.why_off(date(2011, 3, 2)) == "甲"
    assert calendar.is_moved_work(date(2011, 3, 5))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared holiday files are not here")
def test_every_day_equals_the_shared_files():
    files = [json.loads(path.read_text(encoding="utf-8")) for path in SHARED.glob("20??.json")]
    truth = by_files(files)
    assert [day for day in DAYS if national().is_working(day) != truth(day)] == []


def test_every_day_equals_an_independent_package():
    wrong = [d for d in DAYS if national().is_working(d) != chinese_calendar.is_workday(d)]
    assert wrong == []


def test_every_year_names_its_notice():
    assert sorted(notices()) == list(range(2007, 2027))
    assert all("gov.cn" in source for n in notices().values() for source in n.sources)
    assert all(n.sources for n in notices().values())


def test_the_computed_feasts_are_days_off_in_every_notice():
    # 除夕 became a day off for all with the rule of 2025, so the years before may work on it.
    named = {day: name for day, name in feasts().items() if day.year in (2025, 2026)}
    assert len(named) >= 26
    assert [day for day in named if national().is_working(day)] == []


def test_the_feasts_reach_to_2035_and_give_weekends_back():
    years = {day.year for day in feasts()}
    assert max(years) == 2035
    assert feasts()[date(2027, 2, 5)] == "春节"  # 除夕
    # 1-3 October 2027 is Friday to Sunday, so Monday and Tuesday are given for the weekend.
    assert all(date(2027, 10, n) in feasts() for n in (1, 2, 3, 4, 5))
    for year in range(2025, 2036):
        given = [day for day in feasts() if day.year == year and day.weekday() < 5]
        assert len(given) == 13, year


def test_why_a_day_is_off():
    assert national().why_off(date(2025, 10, 9)) == ""
    assert national().why_off(date(2025, 10, 3))
    assert national().why_off(date(2025, 10, 18)) != national().why_off(date(2025, 10, 19))
    assert national().why_off(date(2027, 10, 1))


def test_the_last_days_of_december_hang_on_the_next_notice():
    assert national().is_published(date(2025, 12, 31))
    assert not national().is_published(date(2026, 12, 31))
    assert national().is_published(date(2026, 12, 28))
