"""The public calculator: the answer on the page, and clear words for what cannot be counted."""

import pytest
from django.urls import reverse

from renda.kernel.clock import places

pytestmark = pytest.mark.django_db
ASKED = {"date": "2025-10-09", "amount": "7", "unit": "wd", "direction": "before"}


def shown(client, **asked):
    return client.get(reverse("clock:calculator"), asked)


def form_of(answer):
    return answer.context["form"]


def test_an_empty_page_asks(client):
    answer = shown(client)
    assert answer.status_code == 200
    assert answer.context["answer"] is None
    assert not form_of(answer).errors


def test_the_answer_with_every_day(client):
    answer = shown(client, **ASKED)
    assert answer.context["answer"].counted.statutory.isoformat() == "2025-09-23"
    page = answer.content.decode()
    for day in ("2025-09-28", "2025-10-01", "2025-09-23"):
        assert day in page
    assert "<script>" not in page and "style=" not in page


def test_hours(client):
    answer = shown(client, **{**ASKED, "unit": "h", "direction": "after", "time": "09:30"})
    assert answer.context["answer"].counted.at.hour == 16
    assert "time" in form_of(shown(client, **{**ASKED, "unit": "h"})).errors


def test_clear_days(client):
    asked = {**ASKED, "unit": "d", "clear_days": "on"}
    answer = shown(client, **asked).context["answer"]
    assert answer.counted.statutory.isoformat() == "2025-10-01"
    for change in ({"direction": "after"}, {"unit": "m"}):
        assert "clear_days" in form_of(shown(client, **{**asked, **change})).errors


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("date", "yesterday"),
        ("date", "2025-02-30"),
        ("date", "\x00"),
        ("date", ""),
        ("time", "noon"),
        ("amount", "seven"),
        ("amount", "0"),
        ("amount", "501"),
        ("amount", "9" * 50),
        ("unit", "weeks"),
        ("direction", "sideways"),
        ("congress", "nowhere"),
    ],
)
def test_bad_input_is_said_beside_the_field_and_stays(client, field, typed):
    answer = shown(client, **{**ASKED, field: typed})
    assert answer.status_code == 200
    assert answer.context["answer"] is None
    assert field in form_of(answer).errors
    if typed.isprintable() and field not in ("unit", "direction", "congress"):
        assert not typed or f'value="{typed}"' in answer.content.decode()


def test_markup_in_a_field_stays_text(client):
    page = shown(client, **{**ASKED, "date": '"><b>x'}).content.decode()
    assert '"><b>x' not in page


def test_beyond_the_calendar(client):
    answer = shown(client, **{**ASKED, "date": "9999-12-30", "direction": "after"})
    assert "amount" in form_of(answer).errors


def test_the_congress_chosen(client, monkeypatch):
    monkeypatch.setattr(places, "_found", [])
    places.register({"bay": 5}.get, lambda: [("bay", "Bay City")])
    answer = shown(client, **{**ASKED, "congress": "bay"})
    assert "Bay City" in answer.content.decode()
    assert answer.context["answer"].counted.statutory.isoformat() == "2025-09-23"
