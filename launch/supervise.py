"""The supervisor: keeps a few processes running until it is told to stop, and then stops them."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from types import FrameType

from launch import guard
from launch.child import Child

TICK = 0.1
PATIENCE = 8.0  # seconds for an orderly end; ten are promised
DEATHS_AT_START = 4
LONGEST_START = 120.0
HEAD_START = 3.0  # seconds that the first child has to itself: the web page is what people wait for


def say(line: str) -> None:
    """A line of the supervisor's log, beside those of its processes."""
    print(f"{time.strftime('%Y-%m-%d %H:%M:%S')} renda: {line}", file=sys.stderr, flush=True)


class Supervisor:
    """Starts the children, starts them again when they die, ends them together."""

    def __init__(
        self,
        children: Sequence[Child],
        *,
        is_ready: Callable[[], bool] = lambda: True,
        announce: Callable[[], None] = lambda: None,
    ) -> None:
        """`announce` is called once, as soon as `is_ready` says so. The first child starts first,
        the others when it is ready or has had its head start."""
        self._children = children
        self._is_ready = is_ready
        self._announce = announce
        self._announced = False
        self._stopping = False
        self._began_at = 0.0
        self._guard: subprocess.Popen[str] | None = None

    def run(self) -> int:
        """Work until SIGTERM or SIGINT; returns the exit code."""
        before = {
            number: signal.signal(number, self._stop)
            for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
        }
        self._began_at = time.monotonic()
        self._tell_guard()  # on watch before there is anything to watch
        try:
            while not self._stopping:
                self._look_after_children()
                if not self._announced and self._cannot_start():
                    say("it did not start; what the processes said stands above")
                    return 1
                time.sleep(TICK)
            return 0
        finally:
            self._end_children()
            for number, handler in before.items():
                signal.signal(number, handler)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stopping = True

    def _look_after_children(self) -> None:
        changed = False
        for child in self._children:
            if line := child.notice_death():
                say(line)
                changed = True
            changed |= self._may_start(child) and child.start_if_due()
            if changed:  # told at once: a kill between two starts must not leave the first alone
                self._tell_guard()
        if not self._announced and self._is_ready():
            self._announced = True
            self._announce()

    def _may_start(self, child: Child) -> bool:
        is_first = child is self._children[0]
        return is_first or self._announced or self._age() > HEAD_START

    def _age(self) -> float:
        return time.monotonic() - self._began_at

    def _cannot_start(self) -> bool:
        return self._age() > LONGEST_START or any(
            child.deaths >= DEATHS_AT_START for child in self._children
        )

    def _tell_guard(self) -> None:
        line = " ".join(str(child.group) for child in self._children if child.group)
        for _attempt in range(2):
            if self._guard is None or self._guard.poll() is not None:
                self._guard = _new_guard()
            try:
                assert self._guard.stdin
                self._guard.stdin.write(line + "\n")
                self._guard.stdin.flush()
                return
            except BrokenPipeError:  # killed this very moment: tell a new one
                self._guard.kill()
                self._guard.wait()

    def _end_children(self) -> None:
        for child in self._children:
            child.ask_to_end()
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and not all(c.has_ended() for c in self._children):
            time.sleep(TICK / 2)
        for child in self._children:
            child.make_end()
        if self._guard:
            self._guard.kill()
            self._guard.wait()


def _new_guard() -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-S", "-E", str(guard.__file__)],
        stdin=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
