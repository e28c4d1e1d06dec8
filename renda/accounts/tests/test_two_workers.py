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

from renda.accounts.tests.conftest import PASSWORD, PHONE, code_now

ROOT = Path(__file__).resolve().parents[3]
GUESSES = 40

MAKE = f"""
from renda.accounts.actions import create_user
create_user(username="qiaoyun", name="乔云", password={PASSWORD!r}, phone={PHONE!r})
"""
COUNT = """
from renda.accounts.models import SecurityEntry
print(SecurityEntry.objects.filter(kind__endswith="_failed").count())
"""
CODE = """
from renda.accounts.actions import give_one_time_code
from renda.accounts.models import User
from renda.kernel.permits.actor import the_system
user = User.objects.get()
print(give_one_time_code(user=user, congress_id=1, by=the_system(1)).code)
"""
FACTOR = """
from django.db import transaction
from renda.accounts import totp
from renda.accounts.models import User
secret = totp.new_secret()
with transaction.atomic():
    totp.keep(User.objects.get(), secret, -1)
print(secret)
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
        address = f"http://127.0.0.1:{port}/accounts/"
        _wait_for(f"{address}login/")
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


class _Visitor:
    """A browser with its cookies."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.opener = urllib.request.build_opener(_Stay)
        self.token, self.session = secrets.token_hex(16), ""

    def send(self, page: str, **form: str) -> tuple[int, str]:
        """Send a form; returns the code and where it leads."""
        form["csrfmiddlewaretoken"] = self.token
        asked = urllib.request.Request(
            f"{self.address}{page}", urllib.parse.urlencode(form).encode()
        )
        asked.add_unredirected_header("Cookie", f"csrftoken={self.token}{self._session()}")
        try:
            with self.opener.open(asked, timeout=60) as answer:
                return int(answer.status), ""
        except urllib.error.HTTPError as other:
            self._keep(other)
            return other.code, other.headers.get("Location", "")

    def _session(self) -> str:
        return f"; sessionid={self.session}" if self.session else ""

    def _keep(self, answer: Any) -> None:
        for header in answer.headers.get_all("Set-Cookie") or []:
            name, _is, value = header.partition(";")[0].partition("=")
            if name == "sessionid":
                self.session = value


def _guess(address: str, login: str, password: str) -> int:
    return _Visitor(address).send("login/", login=login, password=password)[0]


def _count(manage: Any) -> list[str]:
    return str(manage("shell", "-v0", "-c", COUNT)).split()


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
    assert _count(manage) == ["5"]
    assert _guess(server, "qiaoyun", PASSWORD) == 200
    assert _guess(server, PHONE, PASSWORD) == 200


@pytest.mark.crash
def test_guesses_at_the_offices_code_count_with_passwords_over_two_workers(
    server: str, manage: Any
) -> None:
    code = manage("shell", "-v0", "-c", CODE).strip()
    assert _Visitor(server).send("code/", login=PHONE, code=code)[0] == 302

    def guess(n: int) -> int:
        if n % 2:
            return _guess(server, "qiaoyun", f"wrong-wrong-{n}")
        return _Visitor(server).send("code/", login="qiaoyun", code=f"{n:012}")[0]

    with ThreadPoolExecutor(16) as crowd:
        assert set(crowd.map(guess, range(GUESSES))) == {200}
    assert _count(manage) == ["5"]
    assert _Visitor(server).send("code/", login="qiaoyun", code=code)[0] == 200


@pytest.mark.crash
def test_one_code_of_the_app_lets_one_of_many_in_at_the_same_moment(
    server: str, manage: Any
) -> None:
    secret = manage("shell", "-v0", "-c", FACTOR).strip()
    visitors = [_Visitor(server) for _browser in range(4)]
    for visitor in visitors:
        where = visitor.send("login/", login="qiaoyun", password=PASSWORD)
        assert where == (302, "/accounts/second-factor/")
    code = code_now(secret)
    with ThreadPoolExecutor(4) as crowd:
        found = list(crowd.map(lambda v: v.send("second-factor/", code=code), visitors))
    assert sorted(found) == [(200, ""), (200, ""), (200, ""), (302, "/")]
