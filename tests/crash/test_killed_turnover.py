"""The night that changes a term is killed in the middle: nothing has happened, and then it happens
once."""

import time

import pytest

from tests.crash.house import House, until

pytestmark = pytest.mark.crash

MANY = 80
BEFORE = "2026-12-28T10:00:00+08:00"
NIGHT = "2027-01-18T01:05:00+08:00"
LATER = "2027-01-18T04:30:00+08:00"
BEGAN = "SELECT count(*) FROM work_ran WHERE job = 'change of term'"
ENDED = f"{BEGAN} AND ended_at IS NOT NULL"
STATE = "SELECT state FROM deputies_termchange"
OVER = "SELECT count(*) FROM deputies_mandate WHERE end_ground = 'term_over'"


def _events(house: House) -> dict[str, int]:
    rows = house.rows("SELECT action, count(*) FROM trail_event GROUP BY action")
    return {action: int(count) for action, count in rows}


def test_a_killed_change_of_term_is_repeated_and_doubles_nothing(house: House) -> None:
    prepared = house.start("-m", "tests.crash.turning", str(MANY), RENDA_NOW=BEFORE)
    assert prepared.wait(timeout=120) == 0
    before = _events(house)
    killed = house.start("manage.py", "keep_time", RENDA_NOW=NIGHT)
    until(lambda: house.one(BEGAN))
    time.sleep(0.3)
    house.kill(killed)
    assert house.one(ENDED) == 0, "killed in the middle, else nothing was proved"
    assert house.one(STATE) == "ready" and house.one(OVER) == 0
    assert not {"deputies.end_with_term", "suggestions.carry_over"} & set(_events(house))
    house.is_whole()

    house.start("manage.py", "keep_time", RENDA_NOW=LATER)
    until(lambda: house.one(ENDED), seconds=60)
    assert house.one("SELECT fault FROM work_ran WHERE job = 'change of term'") == ""
    assert house.one(STATE) == "done"
    held = house.one(
        "SELECT count(*) FROM deputies_mandate m JOIN congress_term t ON t.id = m.term_id "
        "JOIN congress_congress c ON c.id = m.congress_id WHERE c.slug = 'hewan' AND t.number = 5"
    )
    after = _events(house)
    assert house.one(OVER) == after["deputies.end_with_term"] == held >= MANY
    assert after["deputies.leave_seat"] - before.get("deputies.leave_seat", 0) >= MANY
    assert after["deputies.take_seat_again"] == MANY // 2
    open_ones = house.one(
        "SELECT count(*) FROM suggestions_suggestion WHERE state NOT IN ('draft', 'closed')"
    )
    assert after["suggestions.carry_over"] == open_ones
    assert after["turnovers.carry_out"] == 1 and "turnovers.carry_out" not in before
    house.is_whole()
