"""A house for each test, copied from one that was built once."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.crash.house import House, database_named, server
from tests.home import make_home

HEARD, SUBMITTED, WAITING = 14, 36, 8_000


def _must(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def built() -> Iterator[House]:
    """The home that the others are copies of: migrated, with the cast and their suggestions."""
    url = os.environ.get("RENDA_DATABASE_URL", "")
    name = f"renda_crash_{os.getpid()}"
    if url:
        with server(url) as connection:
            connection.execute(f"CREATE DATABASE {name}")
    house = House(make_home(), database_named(url, name) if url else "", {})
    _must(house.run("manage.py", "migrate", "--verbosity", "0"))
    for database in ("default",) if url else ("default", "cache"):
        _must(house.run("manage.py", "createcachetable", "--database", database))
    stage = house.run("-m", "tests.crash.stage", str(HEARD), str(SUBMITTED), str(WAITING))
    house.told = json.loads(_must(stage))
    yield house
    house.close()
    if url:
        _drop(url, name)


@pytest.fixture
def house(built: House) -> Iterator[House]:
    """A copy of it; SQLite by its files, PostgreSQL by its own template."""
    url, told = built.database_url, built.told
    home = Path(tempfile.mkdtemp(prefix="renda-crash-"))
    shutil.copytree(built.home, home, dirs_exist_ok=True)
    name = f"{url.rpartition('/')[2]}_copy"
    if url:
        with server(url) as connection:
            original = url.rpartition("/")[2]
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {original}")
    here = House(home, database_named(url, name) if url else "", told)
    yield here
    here.close()
    if url:
        _drop(url, name)


def _drop(url: str, name: str) -> Any:
    with server(url) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
