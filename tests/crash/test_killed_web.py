"""The web is killed in the middle of a stream of steps: acknowledged means done, and nothing is
ever done by half."""

import os
import random
import signal
import time
from threading import Event, Thread

import pytest

from tests.crash.house import House, until
from tests.crash.visitor import accept, assign

pytestmark = pytest.mark.crash

CLERKS = ("白玥琪", "韩赟")


class Stream:
    """Clerks accepting and assigning without a pause; it remembers what was acknowledged."""

    def __init__(self, house: House, threads: int = 4) -> None:
        self.house, self.stop = house, Event()
        self.accepted: set[int] = set()
        self.assigned: set[int] = set()
        self.broken: set[int] = set()
        self.waiting = list(house.told["submitted"])
        self.threads = [Thread(target=self._work, args=(n,)) for n in range(threads)]
        for thread in self.threads:
            thread.start()

    def _work(self, n: int) -> None:
        who = CLERKS[n % 2]
        while not self.stop.is_set():
            try:
                pk = self.waiting.pop(0)
            except IndexError:
                return
            for step, done in ((accept, self.accepted), (assign, self.assigned)):
                said = step(self.house, who, pk)
                if said.code == 302:
                    done.add(pk)
                    continue
                assert said.code in (0, 502, 503), f"{step.__name__}: {said.code}"
                self.broken.add(pk)
                until(self.house.answers)
                break

    def end(self) -> None:
        """Let everyone finish what they hold."""
        for thread in self.threads:
            thread.join()


def _state(house: House, pk: int) -> dict[str, int | str | None]:
    """Everything a step leaves behind, counted apart."""
    about = f"subject_type = 'suggestions.suggestion' AND subject_id = {pk}"
    parts = f"SELECT id FROM suggestions_handling WHERE suggestion_id = {pk}"
    of_parts = f"subject_type = 'suggestions.handling' AND subject_id IN ({parts})"
    state, number, version = house.rows(
        f"SELECT state, number, version FROM suggestions_suggestion WHERE id = {pk}"
    )[0]
    counts = {
        "accepts": f"trail_event WHERE {about} AND action = 'suggestions.accept'",
        "assigns": f"trail_event WHERE {about} AND action = 'suggestions.assign'",
        "taken": f"lifecycle_taken WHERE {about} AND event_id IS NOT NULL",
        "unfinished": f"lifecycle_taken WHERE ({about} OR {of_parts}) AND event_id IS NULL",
        "parts": f"suggestions_handling WHERE suggestion_id = {pk}",
        "part_events": f"trail_event WHERE {of_parts}",
        "own_clock": f"clock_deadline WHERE {about} AND stopped_on IS NULL",
        "part_clocks": f"clock_deadline WHERE {of_parts} AND stopped_on IS NULL",
        "outbox": f"notices_outbox WHERE {about} AND event_id < 1000000000",
        "part_outbox": f"notices_outbox WHERE {of_parts}",
        "answers": f"pages_answer WHERE goes_to = '/hewan/suggestions/{pk}/'",
    }
    found = {name: house.one(f"SELECT count(*) FROM {what}") for name, what in counts.items()}
    return {"state": state, "has_number": number is not None, "version": version, **found}


def _expected(state: str) -> dict[str, int | str | bool]:
    """What belongs to each of the three states a suggestion of the stream may be in."""
    steps = {"submitted": 0, "registered": 1, "assigned": 2}[state]
    is_assigned = steps == 2
    return {
        "state": state,
        "has_number": steps > 0,
        "version": 1 + steps,
        "accepts": int(steps > 0),
        "assigns": int(is_assigned),
        "taken": 2 + steps,
        "unfinished": 0,
        "parts": 2 * is_assigned,
        "part_events": 2 * is_assigned,
        "own_clock": int(not is_assigned),
        "part_clocks": 4 * is_assigned,
        "outbox": steps,
        "part_outbox": 3 * is_assigned,  # two handlers there, one here
        "answers": steps,
    }


def _check(house: House, stream: Stream) -> None:
    found = {pk: _state(house, pk) for pk in house.told["submitted"]}
    for pk, state in found.items():
        assert state == _expected(str(state["state"])), pk
    assert all(found[pk]["state"] != "submitted" for pk in stream.accepted)
    assert all(found[pk]["state"] == "assigned" for pk in stream.assigned)
    last = house.one("SELECT max(last) FROM numbers_series")
    numbers = house.rows("SELECT number FROM suggestions_suggestion WHERE number IS NOT NULL")
    assert sorted(n for (n,) in numbers) == list(range(1, last + 1)), "no number lost or doubled"
    house.is_whole()


def test_both_workers_are_killed_one_after_the_other(house: House) -> None:
    """Each once: granian takes a worker that dies again within seconds for a broken program."""
    web = house.start_web()
    stream = Stream(house)
    for n, worker in enumerate(house.workers_of(web), 1):
        until(lambda n=n: len(stream.accepted) >= 4 * n)
        time.sleep(random.random() * 0.05)
        os.kill(worker, signal.SIGKILL)
    stream.end()
    assert web.poll() is None, "the server itself stays"
    assert stream.broken, "somebody was cut off, else nothing was proved"
    assert len(stream.accepted) > len(stream.broken)
    _check(house, stream)


def test_the_whole_web_is_killed_and_started_again(house: House) -> None:
    web = house.start_web()
    stream = Stream(house)
    until(lambda: len(stream.assigned) >= 6)
    house.kill(web)
    house.start_web()
    stream.end()
    assert stream.broken and stream.assigned
    _check(house, stream)
