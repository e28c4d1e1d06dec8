"""The home of one deployment: a folder that holds its settings, keys, database and papers.

A demo and a real congress never share a home, so that invented data and real data cannot mix.
"""

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

KINDS = ("demo", "live", "test")


class NoHome(Exception):
    """The home is missing or cannot be read; the message says what to do."""


@dataclass(frozen=True)
class Home:
    """What `settings.toml` in the home says; the keys live there and nowhere else."""

    path: Path
    kind: str
    secret_key: str
    phone_key: bytes
    hosts: tuple[str, ...]
    database_url: str
    channels: dict[str, dict[str, Any]]

    @property
    def is_live(self) -> bool:
        """Whether real people work here: the strict settings are for them."""
        return self.kind == "live"


def read_home() -> Home:
    """Read the home named by RENDA_HOME; raises NoHome when it is not a home."""
    named = os.environ.get("RENDA_HOME")
    if not named:
        raise NoHome("RENDA_HOME is not set. Start with ./run demo, or ./run init for a congress.")
    path = Path(named).resolve()
    try:
        said = tomllib.loads((path / "settings.toml").read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as fault:
        raise NoHome(f"{path / 'settings.toml'} cannot be read: {fault}") from fault
    if said.get("kind") not in KINDS:
        raise NoHome(f"{path / 'settings.toml'}: kind must be one of {', '.join(KINDS)}.")
    return Home(
        path=path,
        kind=said["kind"],
        secret_key=said["secret_key"],
        phone_key=bytes.fromhex(said["phone_key"]),
        hosts=tuple(said.get("hosts", ())),
        database_url=_database_url(said),
        channels=dict(said.get("channels", {})),
    )


def _database_url(said: dict[str, str]) -> str:
    asked = os.environ.get("RENDA_DATABASE_URL", "")
    if asked and said["kind"] == "demo":
        raise NoHome("The demo keeps to its own SQLite file: unset RENDA_DATABASE_URL.")
    return asked or said.get("database_url", "")
