"""A whole house for the journeys: real processes, a file database or PostgreSQL, a free port."""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.home import make_home

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "Journey-by-night-26"
BUILD = (
    "from django.contrib.auth.hashers import make_password;"
    "from renda.deputies.demo import build;"
    f"build(password_hash=make_password('{PASSWORD}'), deputies=4)"
)


class House:
    """Web and worker of a home; `url` is where it answers."""

    def __init__(self, home: Path, port: int, env: dict[str, str]) -> None:
        self.home, self.env = home, env
        self.url = f"http://localhost:{port}"
        self.processes: list[subprocess.Popen[bytes]] = []

    def manage(self, *words: str, typed: str | None = None) -> str:
        """Run a command of this house; `typed` comes on its standard input."""
        told = subprocess.run(
            [sys.executable, "manage.py", *words],
            cwd=ROOT,
            env=self.env,
            check=True,
            capture_output=True,
            text=True,
            input=typed,
        )
        return told.stdout

    def demand(self, *usernames: str) -> None:
        """Switch a rule on that asks these people, and no others, for a second factor."""
        (self.home / "demanded.txt").write_text("\n".join(usernames), encoding="utf-8")

    def start(self) -> None:
        """Web and worker."""
        port = self.url.rsplit(":", 1)[1]
        granian = str(Path(sys.executable).with_name("granian"))
        web = [granian, "--interface", "wsgi", "--workers", "1", "--blocking-threads", "4"]
        web += ["--host", "127.0.0.1", "--port", port, "--no-ws", "config.wsgi:application"]
        for command in (web, [sys.executable, "manage.py", "work"]):
            quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
            self.processes.append(subprocess.Popen(command, cwd=ROOT, env=self.env, **quiet))  # type: ignore[call-overload]
        self._wait()

    def _wait(self) -> None:
        for _try in range(200):
            try:
                urllib.request.urlopen(f"{self.url}/due/", timeout=2)
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("the house did not open")

    def stop(self) -> None:
        """Everyone goes home."""
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            process.wait(timeout=20)


def free_port() -> int:
    """A port nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def with_cast(house: House) -> None:
    """Everyone is on the stage."""
    house.manage("shell", "-v0", "-c", BUILD)


def with_one_administrator(house: House) -> None:
    """A congress just set up, as ./run init leaves it."""
    words = ["--name", "新建县人民代表大会", "--slug", "xinjian", "--level", "county"]
    typed = f"{PASSWORD}\n"
    house.manage("init_congress", *words, "--administrator", "guanli", typed=typed)


@contextmanager
def opened_house(people: Callable[[House], None] = with_cast) -> Iterator[House]:
    """A house with the cast in it, taken down afterwards."""
    home = make_home()
    settings = "tests.journeys.settings"
    env = {**os.environ, "RENDA_HOME": str(home), "DJANGO_SETTINGS_MODULE": settings}
    database = _own_database(env)
    house = House(home, free_port(), env)
    try:
        house.manage("migrate", "-v0")
        if not database:
            house.manage("migrate", "-v0", "--database", "cache")
        house.manage("createcachetable", *([] if database else ["--database", "cache"]))
        house.manage("collectstatic", "-v0", "--no-input")
        people(house)
        house.start()
        yield house
    finally:
        house.stop()
        shutil.rmtree(home, ignore_errors=True)
        if database:
            _drop(database)


def _own_database(env: dict[str, str]) -> str:
    """On PostgreSQL a database of our own beside the tests'; returns its address."""
    url = env.get("RENDA_DATABASE_URL", "")
    if not url:
        return ""
    import psycopg

    name = f"renda_journey_{os.getpid()}_{secrets.token_hex(3)}"  # a process may open two
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        connection.execute(f'CREATE DATABASE "{name}"')
    env["RENDA_DATABASE_URL"] = f"{url.rsplit('/', 1)[0]}/{name}"
    return env["RENDA_DATABASE_URL"]


def _drop(url: str) -> None:
    import psycopg

    base, name = url.rsplit("/", 1)
    with psycopg.connect(f"{base}/postgres", autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
