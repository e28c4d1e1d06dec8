"""Spans: reading and writing, order, inverses, the unpublished years."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renda.kernel.clock.national import national
from renda.kernel.clock.spans import BadSpan, Days, Hours, Months, WorkingDays, cleared, parse
from renda.kernel.moment import BEIJING

PUBLISHED = st.dates(date(2008, 1, 1), date(2026, 6, 30))
SHORT = st.integers(1, 40)
SPANS = st.one_of(
    *(st.builds(kind, st.integers(-60, 60)) for kind in (WorkingDays, Days, Months)),
    st.builds(lambda n: cleared(Days(-n)), SHORT),
    st.builds(lambda n: cleared(WorkingDays(-n)), SHORT),
)


@given(SPANS | st.builds(Hours, st.integers(-999, 999)))
def test_a_span_reads_as_it_is_written(span):
    assert parse(str(span)) == span


@given(SPANS, PUBLISHED)
def test_latest_is_never_before_the_legal_day_and_back_is_never_later(span, start):
    counted = span.count(start, national())
    assert counted.latest >= counted.statutory
    if span.is_backward:
        assert counted.latest == counted.statutory >= counted.target
    else:
        assert national().is_working(counted.latest) or counted.is_provisional


@given(PUBLISHED, st.integers(1, 15), SHORT)
def test_later_starts_and_longer_spans_never_end_earlier(start, further, n):
    for kind in (WorkingDays, Days, Months):
        ends = kind(n).count(start, national())
        assert kind(n).count(start + timedelta(days=further), national()).latest >= ends.latest
        assert kind(n + 1).count(start, national()).latest >= ends.latest


@given(PUBLISHED, SHORT)
def test_back_undoes_forward_between_working_days(start, n):
    start = national().next_working(start)
    there = WorkingDays(n).count(start, national()).statutory
    assert WorkingDays(-n).count(there, national()).statutory == start


@given(PUBLISHED, SHORT)
def test_counted_and_skipped_are_all_the_days_once(start, n):
    counted = WorkingDays(n).count(start, national())
    days = sorted([d for d, _n in counted.counted] + [d for d, _why in counted.skipped])
    assert days == [start + timedelta(days=k) for k in range(1, len(days) + 1)]
    assert all(why for _d, why in counted.skipped)


@given(st.text(max_size=12))
def test_nonsense_is_refused_in_words(text):
    try:
        span = parse(text)
    except BadSpan as fault:
        assert str(fault)  # noqa: PT017
    else:
        assert parse(str(span)) == span


@pytest.mark.parametrize("text", ["", "7", "wd", "7 wd", "+7wd", "7cm", "99999d", "7cd", "٧d"])
def test_what_is_not_a_span(text):
    with pytest.raises(BadSpan):
        parse(text)


def test_beyond_the_calendar_is_refused():
    with pytest.raises(BadSpan):
        Months(9999).count(date(9990, 1, 1), national())
    with pytest.raises(BadSpan):
        WorkingDays(-9999).count(date(3, 1, 1), national())


def test_six_months_are_not_three_and_three():
    start = date(2025, 11, 30)
    once = Months(3).count(start, national()).statutory
    assert (Months(3) + Months(3)).count(start, national()).statutory == date(2026, 5, 30)
    assert Months(3).count(once, national()).statutory == date(2026, 5, 28)
    with pytest.raises(BadSpan):
        Months(3) + Days(3)


def test_hours_run_from_a_moment():
    start = datetime(2025, 9, 30, 17, 30, tzinfo=BEIJING)
    counted = Hours(24).count(start, national())
    assert counted.at == datetime(2025, 10, 1, 17, 30, tzinfo=BEIJING)
    assert counted.latest == date(2025, 10, 1)  # hours run through days off
    with pytest.raises(BadSpan):
        Hours(24).count(date(2025, 9, 30), national())


def test_words():
    assert WorkingDays(7).words()
    assert Days(-1).words() != cleared(Days(-1)).words() != Days(1).words()


def test_days_and_months_need_no_notice_only_the_day_after_a_day_off_does():
    assert not Days(-7).count(date(2027, 3, 10), national()).is_provisional
    assert Months(3).count(date(2026, 12, 15), national()).is_provisional
    assert Months(3).count(date(2026, 12, 15), national()).statutory == date(2027, 3, 15)


@pytest.mark.parametrize("year", range(2014, 2027))
def test_a_guess_near_a_big_feast_is_never_too_late(year):
    hidden = replace(
        national(),
        off={d: name for d, name in national().off.items() if d.year != year},
        work={d: name for d, name in national().work.items() if d.year != year},
        published=national().published - {year},
    )
    days = [date(year, 1, 2) + timedelta(days=n) for n in range(350)]
    near = [d for d in days if d.month in (1, 2, 5, 10) and (d.month, d.day) < (10, 12)]
    for day in (d for d in near if (d.month, d.day) <= (5, 20) or d.month == 10):
        for n in (1, 3, 5, 7, 10):
            guess, truth = (WorkingDays(-n).count(day, c) for c in (hidden, national()))
            assert guess.statutory <= truth.statutory, (day, n)
            assert guess.is_provisional
