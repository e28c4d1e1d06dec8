"""The two commands: when is it due, and taking in a year."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from renda.kernel.clock import places
from renda.kernel.clock.calendars import calendar_of, missing_year
from renda.kernel.clock.management.commands.due import Command
from renda.kernel.clock.models import CalendarDay, Deadline, PublishedYear
from renda.kernel.clock.running import Clock, start
from renda.kernel.clock.spans import WorkingDays
from renda.kernel.clock.tests.thing import Thing
from renda.kernel.clock.tests.years import DAYS, year_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def bay(monkeypatch):
    monkeypatch.setattr(places, "_found", [])
    places.register({"bay": 5}.__getitem__, lambda: [("bay", "Bay City")])


@pytest.fixture
def taken_in(tmp_path):
    def take(text, **options):
        file, out = tmp_path / "year.json", StringIO()
        file.write_text(text, encoding="utf-8")
        call_command("calendar", str(file), stdout=out, **options)
        return out.getvalue()

    return take


def due(*words, **options):
    out = StringIO()
    call_command("due", *words, stdout=out, **options)
    return json.loads(out.getvalue())


def test_due_back():
    said = due("2025-10-09", "-7wd")
    assert said["date"] == "2025-10-09"
    assert said["statutory"] == said["latest"] == "2025-09-23"
    assert said["counted"][0] == "2025-09-30" and len(said["counted"]) == 7
    assert "2025-10-01" in said["skipped"] and said["why"]["2025-10-01"]
    assert (said["at"], said["provisional"]) == (None, False)


def test_due_forward_clear_and_hours():
    assert due("2025-07-08", "3m")["latest"] == "2025-10-09"
    assert due("2025-10-15", "-7d", clear_days=True)["statutory"] == "2025-10-07"
    assert due("2025-10-09T09:30", "24h")["at"] == "2025-10-10T09:30:00+08:00"
    assert due("2027-01-06", "-7wd")["provisional"] is True


@pytest.mark.parametrize(
    "words",
    [
        ("2025-13-01", "7wd"),
        ("20251009", "7wd"),
        ("2025-10-09", "7"),
        ("2025-10-09", "24h"),
        ("2025-10-09", "7d", "--clear-days"),
        ("9999-12-01", "9999m"),
        ("2025-10-09", "7wd", "--congress", "nowhere"),
    ],
)
def test_due_refuses_in_words_and_ends_with_two(words, bay):
    with pytest.raises(CommandError) as refused:
        call_command("due", *words)
    assert refused.value.returncode == 2
    assert str(refused.value)


def test_due_in_a_congress_counts_its_own_days(bay, taken_in):
    taken_in(year_file([("那达慕", "2025-07-07", True)], 2025, ()), congress="bay")
    assert due("2025-07-04", "1wd", congress="bay")["latest"] == "2025-07-08"
    assert due("2025-07-04", "1wd", congress="bay")["why"]["2025-07-07"] == "那达慕"
    assert due("2025-07-04", "1wd")["latest"] == "2025-07-07"


def test_no_place_is_registered(monkeypatch):
    monkeypatch.setattr(places, "_found", [])
    with pytest.raises(CommandError):
        call_command("due", "2025-10-09", "7wd", "--congress", "bay")


def test_a_national_year_is_taken_in_and_can_be_mended(taken_in, django_assert_num_queries):
    assert missing_year(date(2026, 12, 1)) == 2027
    assert missing_year(date(2026, 11, 30)) is None
    taken_in(year_file())
    with django_assert_num_queries(1):
        calendar = calendar_of(None)
    assert 2027 in calendar.published and calendar.is_published(date(2026, 12, 31))
    assert not calendar.is_working(date(2027, 2, 8))
    assert calendar.is_working(date(2027, 2, 20))
    assert missing_year(date(2026, 12, 1)) is None
    taken_in(year_file([*DAYS[:-1], ("国庆节", "2027-10-03", True), ("加", "2027-12-06", True)]))
    assert not calendar_of(None).is_working(date(2027, 12, 6))
    assert PublishedYear.objects.get().year == 2027
    assert CalendarDay.objects.count() == len(DAYS) + 1


def test_a_vendored_year_is_replaced_whole(taken_in):
    days = [(name, day.replace("2027", "2026"), off) for name, day, off in DAYS if off]
    taken_in(year_file(days, 2026))
    assert calendar_of(None).is_working(date(2026, 10, 7))
    assert not calendar_of(None).is_working(date(2025, 10, 7))


NONSENSE = [
    "not json",
    "[]",
    "{}",
    '{"year": 2027, "days": 3}',
    '{"year": "2027", "days": [1]}',
    year_file([]),
    year_file(papers=()),
    year_file(DAYS[1:]),
    year_file([*DAYS, DAYS[0]]),
    year_file([*DAYS, ("x", "2028-01-01", True)]),
    year_file([*DAYS, ("x", "2027-02-30", True)]),
    year_file([*DAYS, ("", "2027-03-01", True)]),
    year_file([*DAYS, ("x" * 41, "2027-03-01", True)]),
    year_file([*DAYS, ("x\u0000", "2027-03-01", True)]),
    year_file([*DAYS, ("x", "2027-03-01", "yes")]),
    year_file([*DAYS, ("x", 20270301, True)]),
    '{"year": 2027, "papers": ["p"], "days": [null]}',
    '{"year": 2027, "papers": [1], "days": [{}]}',
]


@pytest.mark.parametrize("text", NONSENSE)
def test_nonsense_is_refused_whole(text, taken_in):
    with pytest.raises(CommandError) as refused:
        taken_in(text)
    assert refused.value.returncode == 2
    assert not CalendarDay.objects.exists() and not PublishedYear.objects.exists()


def test_a_fault_names_its_row(taken_in):
    with pytest.raises(CommandError, match="12"):
        taken_in(year_file([*DAYS, ("x", "2027-02-30", True)]))


def test_a_day_is_named_by_one_notice_only(taken_in):
    taken_in(year_file([*DAYS, ("元旦", "2027-12-31", True)]))
    days = [(name, day.replace("2027", "2028"), off) for name, day, off in DAYS]
    with pytest.raises(CommandError, match="2027-12-31"):
        taken_in(year_file([*days, ("元旦", "2027-12-31", True)], 2028))
    assert list(PublishedYear.objects.values_list("year", flat=True)) == [2027]


def begun(pk, n, on):
    clock = Clock("papers", ("called",), WorkingDays(n), "local", "Papers go out")
    return start(Thing(pk=pk), clock, on=on, taken_id=pk)


def test_guesses_are_counted_again_but_nothing_is_shortened(taken_in):
    back = begun(1, -7, date(2027, 1, 6))
    same = begun(2, 3, date(2027, 3, 1))
    # Plain weeks end on 25 February; the working Saturday the notice makes brings it to the 24th.
    shorter = begun(3, 5, date(2027, 2, 18))
    known = begun(4, 5, date(2026, 3, 2))
    assert back.is_provisional and same.is_provisional and not known.is_provisional
    said = taken_in(year_file())
    new = Deadline.objects.running().get(subject_id=1)
    assert new.replaces == back and new.statutory_on == date(2026, 12, 25)
    assert (new.is_provisional, new.started_by) == (False, 1)
    same.refresh_from_db()
    assert same.is_running and not same.is_provisional
    shorter.refresh_from_db()
    assert shorter.is_running and shorter.is_provisional
    assert "2027-02-24" in said and "2026-12-25" in said
    assert Deadline.objects.running().get(subject_id=4) == known


def test_a_span_that_counts_back_is_no_option():
    """argparse takes -7wd for an option unless told otherwise."""
    parser = Command().create_parser("manage.py", "due")
    asked = parser.parse_args(["2025-10-09", "-7wd", "--clear-days"])
    assert (asked.span, asked.clear_days) == ("-7wd", True)
    asked = parser.parse_args(["--congress", "bay", "2025-10-09", "-7cwd"])
    assert (asked.span, asked.congress) == ("-7cwd", "bay")
