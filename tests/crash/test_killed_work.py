"""The worker and the scheduler are killed in the middle: everything once, nothing lost."""

import pytest

from tests.crash.house import House, until

pytestmark = pytest.mark.crash

NIGHT = "2028-03-01T02:00:00+08:00"  # long after every clock of the stage has run out
SAME_NIGHT = "2028-03-01T02:30:00+08:00"
LATER = "2028-03-01T04:30:00+08:00"


def _counts(house: House) -> tuple[int, int]:
    return house.rows(
        "SELECT (SELECT count(*) FROM notices_outbox), (SELECT count(*) FROM notices_notice)"
    )[0]


def test_killed_workers_deliver_every_notice_once(house: House) -> None:
    written = house.rows("SELECT event_id, reader_kind, reader_id FROM notices_outbox")
    for workers in (1, 2):
        running = [house.start("manage.py", "work") for _ in range(workers)]
        enough = _counts(house)[1] + len(written) // 5
        until(lambda enough=enough: _counts(house)[1] >= enough, pause=0.002)
        for process in running:
            house.kill(process)
        waiting, delivered = _counts(house)
        assert waiting + delivered == len(written)
        assert waiting, "killed in the middle, else nothing was proved"
    for _ in range(2):
        house.start("manage.py", "work")
    until(lambda: _counts(house)[0] == 0)
    came = house.rows("SELECT event_id, reader_kind, reader_id FROM notices_notice")
    assert sorted(came) == sorted(written)
    house.is_whole()


def test_a_killed_scheduler_repeats_its_job_and_doubles_nothing(house: House) -> None:
    overdue = house.one("SELECT count(*) FROM clock_deadline WHERE stopped_on IS NULL")
    done = "SELECT count(*) FROM lifecycle_reminded"
    killed = house.start("manage.py", "keep_time", RENDA_NOW=NIGHT)
    until(lambda: house.one(done) >= 5, pause=0.002)
    house.kill(killed)
    given = house.one(done)
    assert 5 <= given < overdue, "killed in the middle, else nothing was proved"
    house.is_whole()

    early = house.start("manage.py", "keep_time", RENDA_NOW=SAME_NIGHT)
    until(lambda: house.one("SELECT count(*) FROM work_ran WHERE job <> 'remind'") >= 3)
    house.kill(early)
    assert house.one(done) == given, "another may still be at it: not before two hours"

    house.start("manage.py", "keep_time", RENDA_NOW=LATER)
    ended = "SELECT count(*) FROM work_ran WHERE job = 'remind' AND ended_at IS NOT NULL"
    until(lambda: house.one(ended))
    assert house.one("SELECT fault FROM work_ran WHERE job = 'remind'") == ""
    assert house.one(done) == overdue
    assert house.one("SELECT count(DISTINCT deadline_id) FROM lifecycle_reminded") == overdue
    events = "FROM trail_event WHERE action LIKE '%.overdue'"
    assert house.one(f"SELECT count(*) {events}") == overdue
    each = house.one(
        "SELECT count(*) FROM (SELECT event_id, reader_kind, reader_id FROM notices_outbox "
        "GROUP BY event_id, reader_kind, reader_id HAVING count(*) > 1) AS doubled"
    )
    assert each == 0
    told = house.one(f"SELECT count(*) FROM notices_outbox WHERE event_id IN (SELECT id {events})")
    assert told >= overdue
    house.is_whole()
