"""Two real server processes and guesses at the same moment: five are judged, not one more."""

import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from renda.accounts.tests.conftest import PASSWORD, PHONE

ROOT = Path(__file__).resolve().parents[3]
GUESSES = 40

MAKE = f"""
from renda.accounts.actions import create_user
create_user(username="qiaoyun", name="乔云", password={PASSWORD!r}, phone={PHONE!r})
"""
COUNT = """
from renda.accounts.models import SecurityEntry
print(SecurityEntry.objects.filter(kind="sign_in_failed").count())
"""


@pytest.fixture
def database() -> Iterator[str]:
    """An empty PostgreSQL database of its own where the suite runs on PostgreSQL."""
    url = os.environ.get("RENDA_DATABASE_URL", "")
    if not url:
        yield ""
        return
    import psycopg

    name = f"renda_workers_{secrets.token_hex(4)}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield urllib.parse.urlsplit(url)._replace(path=f"/{name}").geturl()
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def manage(tmp_path: Path, database: str) -> Any:
    """A home of its own; runs Python in it, or gives the environment for a server."""
    (tmp_path / "settings.toml").write_text(
        f'kind = "test"\nsecret_key = "{secrets.token_hex(32)}"\n'
        f'phone_key = "{secrets.token_hex(32)}"\nhosts = ["127.0.0.1"]\n'
    )
    env = {
        **os.environ,
        "RENDA_HOME": str(tmp_path),
        "RENDA_DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "renda.accounts.tests.plain_static",
    }

    def run(*said: str) -> str:
        done = subprocess.run(
            [sys.executable, "manage.py", *said],
            cwd=ROOT,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    run.env = env
    run("migrate", "-v0")
    run("shell", "-v0", "-c", MAKE)
    return run


@pytest.fixture
def server(manage: Any) -> Iterator[str]:
    """Two worker processes of four threads each."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = f"-m granian --interface wsgi --workers 2 --blocking-threads 4 --port {port}"
    process = subprocess.Popen(
        [sys.executable, *command.split(), "config.wsgi:application"],
        cwd=ROOT,
        env=manage.env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}/accounts/login/"
        _wait_for(address)
        yield address
    finally:
        process.terminate()
        process.wait(30)


def _wait_for(address: str) -> None:
    for _ in range(150):
        try:
            urllib.request.urlopen(address, timeout=10).close()
            return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the server did not start")


class _Stay(urllib.request.HTTPRedirectHandler):
    """A redirect is the answer: signed in."""

    def redirect_request(self, *_args: Any) -> None:
        return None


def _guess(address: str, login: str, password: str) -> int:
    token = secrets.token_hex(16)
    form = {"login": login, "password": password, "csrfmiddlewaretoken": token}
    asked = urllib.request.Request(
        address, urllib.parse.urlencode(form).encode(), {"Cookie": f"csrftoken={token}"}
    )
    try:
        with urllib.request.build_opener(_Stay).open(asked, timeout=60) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as other:
        return other.code


@pytest.mark.crash
def test_two_workers_judge_five_of_many_guesses_at_the_same_moment(
    server: str, manage: Any
) -> None:
    assert _guess(server, "qiaoyun", PASSWORD) == 302
    logins = ["qiaoyun", PHONE, "QIAOYUN", f"+86 {PHONE}"]
    with ThreadPoolExecutor(16) as crowd:
        codes = list(
            crowd.map(lambda n: _guess(server, logins[n % 4], f"wrong-wrong-{n}"), range(GUESSES))
        )
    assert set(codes) == {200}
    assert manage("shell", "-v0", "-c", COUNT).split() == ["5"]
    assert _guess(server, "qiaoyun", PASSWORD) == 200
    assert _guess(server, PHONE, PASSWORD) == 200
