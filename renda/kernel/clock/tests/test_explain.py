"""The explanation: start, weeks, what was passed over and why, and what law."""

from datetime import date, datetime

import pytest
from django.template.loader import render_to_string

from renda.kernel.clock.explain import explain, explain_count
from renda.kernel.clock.left import Badge
from renda.kernel.clock.national import national
from renda.kernel.clock.running import Clock, start
from renda.kernel.clock.spans import Days, Hours, Months, WorkingDays
from renda.kernel.clock.tests.thing import Thing
from renda.kernel.moment import BEIJING

TODAY = date(2026, 10, 13)


def explained(span, on):
    return explain_count(span, on, span.count(on, national()), TODAY, national())


def test_the_table_of_the_drawn_page():
    """Ten working days from 28 September 2026, as on the drawn page; by that year's real notice
    10 October is a working Saturday and the days end on 16 October."""
    weeks = explained(WorkingDays(10), date(2026, 9, 28)).weeks
    assert not weeks.is_cut
    cells = [cell for row in weeks.rows for cell in row]
    assert len(cells) == 21 and cells[0].day == date(2026, 9, 28)
    on = [cell.day for cell in cells if cell.tone == "on"]
    assert on[0] == date(2026, 9, 29) and on[-1] == date(2026, 10, 16)
    assert date(2026, 10, 10) in on
    assert [c.day for c in cells if c.tone == "off"][-2:] == [
        date(2026, 10, 17),
        date(2026, 10, 18),
    ]
    assert [c.day for c in cells if c.is_today] == [TODAY]
    assert all(cell.small for cell in cells)


def test_sentences_name_what_was_passed_over_and_the_moved_saturday():
    said = explained(WorkingDays(10), date(2026, 9, 28))
    assert len(said.sentences) == 4
    assert "7" in said.sentences[1]
    assert "10" in said.sentences[2]
    assert "2026" in said.sentences[3]
    assert said.basis == ("民法典201",)


def test_a_long_count_shows_its_end():
    said = explained(Months(3), date(2025, 7, 8))
    assert said.weeks.is_cut and len(said.weeks.rows) == 4
    assert said.weeks.rows[-1][3].day == date(2025, 10, 9)
    assert said.basis == ("民法典201", "民法典202", "民法典203")
    back = explained(WorkingDays(-60), date(2025, 7, 8))
    assert len(back.weeks.rows) == 4
    assert back.counted.statutory in [cell.day for cell in back.weeks.rows[0]]


def test_back_to_a_day_off_says_by_when_to_act():
    said = explained(Days(-7), date(2025, 10, 15))
    assert any("30" in sentence for sentence in said.sentences)
    assert said.basis == ("民法典201",)


def test_a_guess_is_called_provisional():
    guess = explained(WorkingDays(-3), date(2027, 1, 6))
    plain = explained(WorkingDays(3), date(2027, 3, 1))
    assert guess.counted.is_margin and not plain.counted.is_margin
    assert len(guess.sentences) == 4  # start, passed over, nine days in hand, provisional
    assert len(plain.sentences) == 2


def test_every_day_in_order():
    lines = explained(WorkingDays(10), date(2026, 9, 28)).lines
    assert [line.day for line in lines] == sorted(line.day for line in lines)
    assert [line.n for line in lines if not line.why] == list(range(1, 11))


def test_hours():
    said = explained(Hours(24), datetime(2025, 10, 9, 9, 30, tzinfo=BEIJING))
    assert said.basis == ()
    assert said.weeks.rows


@pytest.mark.django_db
def test_a_deadline_says_its_law_and_when_the_told_day_holds():
    clock = Clock("reply", ("assigned",), Months(3), "代表法51.2", "Reply")
    row = start(Thing(), clock, on=date(2025, 7, 8), taken_id=None)
    said = explain(row, today=TODAY, calendar=national())
    assert said.law == "代表法51.2"
    row.latest_on = date(2025, 10, 20)
    assert len(explain(row, today=TODAY, calendar=national()).sentences) == len(said.sentences) + 1


def test_the_parts_for_other_pages():
    shown = Badge("t-soon", "soon", "3 working days left", is_provisional=True)
    page = render_to_string("clock/_badge.html", {"badge": shown, "is_big": True})
    assert 'class="clock t-soon big"' in page
    assert "#soon" in page
    said = explained(WorkingDays(10), date(2026, 9, 28))
    page = render_to_string("clock/_explained.html", {"explained": said})
    assert page.count("<td") == 21
    assert page.count('aria-current="date"') == 1
    assert "<details>" in page
