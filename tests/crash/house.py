"""One deployment in a temporary home: its processes, and a second look at its database.

The database is asked through its own driver, not through Django: the witness shares nothing with
what it watches.
"""

import contextlib
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).resolve().parents[2]
PYTHON = sys.executable
GRANIAN = (
    "-m granian --interface wsgi --workers 2 --blocking-threads 4 --respawn-failed-workers "
    "--respawn-interval 0.1 --host 127.0.0.1 --port {port} --log-level error "
    "config.wsgi:application"
)


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as here:
        here.bind(("127.0.0.1", 0))
        return int(here.getsockname()[1])


def until(holds: Callable[[], Any], *, seconds: float = 30, pause: float = 0.02) -> Any:
    """Wait for something to become true and return it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := holds():
            return found
        time.sleep(pause)
    raise AssertionError(f"waited {seconds} s in vain")


class House:
    """A home with its database; processes started here are killed at the end."""

    def __init__(self, home: Path, database_url: str, told: dict[str, Any]) -> None:
        self.home, self.database_url, self.told = home, database_url, told
        self.port = free_port()
        self.running: list[subprocess.Popen[bytes]] = []
        self.witness = threading.local()  # a connection for each thread that looks

    def environment(self, **more: str) -> dict[str, str]:
        """What every process of this house is told."""
        told = {k: v for k, v in os.environ.items() if not k.startswith(("RENDA_", "DJANGO_"))}
        told |= {"RENDA_HOME": str(self.home), "DJANGO_SETTINGS_MODULE": "tests.crash.settings"}
        if self.database_url:
            told["RENDA_DATABASE_URL"] = self.database_url
        return {**told, "PYTHONPATH": str(ROOT), **more}

    def run(self, *args: str) -> subprocess.CompletedProcess[str]:
        """A command to its end."""
        return subprocess.run(
            [PYTHON, *args], cwd=ROOT, env=self.environment(), capture_output=True, text=True
        )

    def start(self, *args: str, **more: str) -> subprocess.Popen[bytes]:
        """A process that goes on, in a group of its own."""
        with (self.home / "log.txt").open("ab") as log:
            process = subprocess.Popen(
                [PYTHON, *args],
                cwd=ROOT,
                env=self.environment(**more),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.running.append(process)
        return process

    def start_web(self) -> subprocess.Popen[bytes]:
        """The server as `./run serve` starts it; returns when it answers."""
        web = self.start(*GRANIAN.format(port=self.port).split())
        until(self.answers)
        return web

    def answers(self) -> bool:
        """Whether somebody listens."""
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
            return True
        return False

    def kill(self, process: subprocess.Popen[bytes]) -> None:
        """kill -9 of a process and everything it started."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def workers_of(self, web: subprocess.Popen[bytes]) -> list[int]:
        """The server's worker processes, without Python's own resource tracker."""
        found = []
        for entry in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                after_name = entry.read_text().rpartition(")")[2].split()
                command = entry.with_name("cmdline").read_bytes()
                if int(after_name[1]) == web.pid and b"resource_tracker" not in command:
                    found.append(int(entry.parent.name))
        return found

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """What the database says, asked directly."""
        if not hasattr(self.witness, "connection"):
            self.witness.connection = self._connect()
        cursor = self.witness.connection.cursor()
        cursor.execute(sql)
        return list(cursor.fetchall())

    def one(self, sql: str) -> Any:
        """The one value of a question."""
        return self.rows(sql)[0][0]

    def _connect(self) -> Any:
        if self.database_url:
            import psycopg

            return psycopg.connect(self.database_url, autocommit=True)
        return sqlite3.connect(self.home / "renda.sqlite3", timeout=20, isolation_level=None)

    def is_whole(self) -> str:
        """What `verify` prints; fails with the first fault."""
        said = self.run("manage.py", "verify")
        assert said.returncode == 0, said.stderr
        return said.stdout

    def close(self) -> None:
        """Kill what still runs and leave nothing behind."""
        for process in self.running:
            self.kill(process)
        shutil.rmtree(self.home, ignore_errors=True)


def database_named(url: str, name: str) -> str:
    """The same server, another database."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


@contextlib.contextmanager
def server(url: str) -> Iterator[Any]:
    """A connection that may create and drop databases."""
    import psycopg

    with psycopg.connect(database_named(url, "postgres"), autocommit=True) as connection:
        yield connection
