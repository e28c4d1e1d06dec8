"""The guard: ends the supervisor's processes when the supervisor itself was killed.

kill -9 leaves a process no last word, so another one keeps watch: the guard reads a pipe whose
other end only the supervisor holds. The pipe brings the list of running process groups after each
change; its end means that the supervisor is gone, in whatever way.
Started as a script of its own: `python guard.py`, groups as lines on standard input.
"""

import os
import signal
import sys
import time

PATIENCE = 8.0  # seconds from asking to making


def end_group(group: int, number: int) -> bool:
    """Send a signal to a whole process group; says whether anyone was there."""
    try:
        os.killpg(group, number)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def end_all(groups: list[int]) -> None:
    """Ask every group to end, wait a while, then make it end."""
    alive = [group for group in groups if end_group(group, signal.SIGTERM)]
    until = time.monotonic() + PATIENCE
    while alive and time.monotonic() < until:
        time.sleep(0.1)
        alive = [group for group in alive if end_group(group, 0)]
    for group in alive:
        end_group(group, signal.SIGKILL)


def watch() -> None:
    """Hold the newest list until the pipe ends."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)  # the supervisor's end is our only sign
    groups: list[int] = []
    for line in sys.stdin:
        groups = [int(word) for word in line.split()]
    end_all(groups)


if __name__ == "__main__":
    watch()
