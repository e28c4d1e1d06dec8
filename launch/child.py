"""One supervised process: its command, how often it died, when it may start again."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from launch.guard import end_group

LONGEST_PAUSE = 30.0
HEALTHY_AFTER = 20.0  # a process that lived this long did not fail at its start


class Child:
    """A process in a group of its own, so that it ends together with its own children."""

    def __init__(
        self, name: str, command: Sequence[str], *, env: Mapping[str, str], cwd: Path
    ) -> None:
        self.name = name
        self._command = list(command)
        self._env = dict(env)
        self._cwd = cwd
        self._process: subprocess.Popen[bytes] | None = None
        self._started_at = 0.0
        self._start_at = 0.0
        self.deaths = 0

    @property
    def group(self) -> int | None:
        """The process group while it runs."""
        return self._process.pid if self._process else None

    def start_if_due(self) -> bool:
        """Start it unless it runs or its pause is not over; says whether it was started."""
        if self._process or time.monotonic() < self._start_at:
            return False
        self._process = subprocess.Popen(
            self._command,
            env=self._env,
            cwd=self._cwd,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._started_at = time.monotonic()
        return True

    def notice_death(self) -> str:
        """A line for the log when it has ended by itself, and the pause before the next start."""
        if not self._process or (ended := self._process.poll()) is None:
            return ""
        # What it left behind would hold the port, or do its work twice.
        end_group(self._process.pid, signal.SIGKILL)
        self._process = None
        lived = time.monotonic() - self._started_at
        self.deaths = 1 if lived > HEALTHY_AFTER else self.deaths + 1
        pause = min(0.25 * 2 ** (self.deaths - 1), LONGEST_PAUSE)
        self._start_at = time.monotonic() + pause
        how = f"signal {-ended}" if ended < 0 else f"exit {ended}"
        return f"{self.name} ended ({how}); it starts again in {pause:g} s"

    def ask_to_end(self) -> None:
        """SIGTERM to the process itself, which ends its own children in order."""
        if self._process and self._process.poll() is None:
            os.kill(self._process.pid, signal.SIGTERM)

    def has_ended(self) -> bool:
        """Whether nothing of it runs any more, as far as the process itself goes."""
        return self._process is None or self._process.poll() is not None

    def make_end(self) -> None:
        """End whatever is left of the group."""
        if self._process:
            end_group(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None
