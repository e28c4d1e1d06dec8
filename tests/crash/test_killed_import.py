"""A file that is being taken in when its process is killed, and two people with the same file."""

import json
import subprocess
import time
from pathlib import Path

import pytest

from tests.crash.house import House, until
from tests.crash.visitor import together

pytestmark = pytest.mark.crash
MANY = 4000
COUNT = "SELECT count(*) FROM congress_session WHERE number >= 100"
LINES = "SELECT count(*) FROM exchange_importedrow"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Thousands of invented sessions of one term."""
    rows = [f"5,{n},2024-06-03,2024-06-05" for n in range(100, 100 + MANY)]
    path = tmp_path / "会议.csv"
    path.write_text("\n".join(["届次,次数,开幕时间,闭幕时间", *rows, ""]), encoding="gb18030")
    return path


def _words(file: Path) -> list[str]:
    return ["manage.py", "import_table", "sessions", str(file), "--congress", "hewan", "--json"]


def _is_writing(house: House) -> bool:
    """Whether somebody holds the lock of a take-in."""
    if house.database_url:
        locks = "SELECT count(*) FROM pg_locks l JOIN pg_class c ON c.oid = l.relation "
        locks += "WHERE c.relname = 'congress_session' AND l.mode = 'RowExclusiveLock'"
        return bool(house.one(locks))
    import sqlite3

    probe = sqlite3.connect(house.home / "renda.sqlite3", timeout=0, isolation_level=None)
    try:
        probe.execute("BEGIN IMMEDIATE")
        probe.execute("ROLLBACK")
    except sqlite3.OperationalError:
        return True
    finally:
        probe.close()
    return False


def test_killed_in_the_middle_nothing_was_taken_in(house: House, file: Path) -> None:
    killed = 0
    for pause in (0.0, 0.2, 0.5, 1.0, 1.5):
        process = house.start(*_words(file))
        until(lambda process=process: _is_writing(house) or process.poll() is not None, pause=0.005)
        time.sleep(pause)
        was_running = process.poll() is None
        house.kill(process)
        if house.one(COUNT):
            break
        killed += was_running
        assert house.one(LINES) == 0
    assert killed, "somebody was cut off, else nothing was proved"
    done = house.run(*_words(file))
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["read"] == MANY and said["created"] + said["unchanged"] == MANY
    assert house.one(COUNT) == house.one(LINES) == MANY
    assert house.one("SELECT count(*) FROM trail_event WHERE action = 'exchange.import'") == 1
    house.is_whole()


def test_two_who_take_the_same_in_at_once_take_it_in_once(house: House, file: Path) -> None:
    answers: list[subprocess.CompletedProcess[str]] = together(
        lambda: house.run(*_words(file)), lambda: house.run(*_words(file))
    )
    assert [done.returncode for done in answers] == [0, 0], [done.stderr for done in answers]
    said = [json.loads(done.stdout) for done in answers]
    assert sorted(one["created"] for one in said) == [0, MANY]
    assert sorted(one["unchanged"] for one in said) == [0, MANY]
    assert house.one(COUNT) == MANY
    house.is_whole()
