"""Homes: the folder of one deployment with its settings, keys, database and papers."""

import json
import os
import secrets
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from launch.places import DEMO, LIVE, shown
from launch.refusal import Refused

LOCAL = ("localhost", "127.0.0.1")


def write_settings(
    home: Path, kind: str, *, hosts: Sequence[str] = LOCAL, database_url: str = ""
) -> None:
    """Make a new home with fresh keys, readable by its owner only."""
    home.mkdir(parents=True, mode=0o700)
    (home / "papers").mkdir()
    (home / "log").mkdir()
    lines = [
        "# The settings and keys of this deployment. Keep a copy apart from the backups.",
        f'kind = "{kind}"',
        f'secret_key = "{secrets.token_urlsafe(48)}"',
        f'phone_key = "{secrets.token_hex(32)}"',
        f"hosts = {json.dumps(list(hosts))}",
    ]
    if database_url:
        lines.append(f"database_url = {json.dumps(database_url)}")
    # Created for the owner only, so that there is no moment in which others can read the keys.
    file = os.open(home / "settings.toml", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(file, "w", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")


def settings_of(home: Path) -> dict[str, Any]:
    """What the home's settings say, or nothing when it is no home."""
    try:
        return tomllib.loads((home / "settings.toml").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, tomllib.TOMLDecodeError) as fault:
        raise Refused(f"{shown(home / 'settings.toml')} cannot be read: {fault}") from fault


def database_url(home: Path) -> str:
    """The PostgreSQL of this home, or nothing when it keeps to its own SQLite file."""
    return os.environ.get("RENDA_DATABASE_URL", "") or settings_of(home).get("database_url", "")


def home_at_hand() -> Path | None:
    """The home that a command without --home means."""
    return next((home for home in (LIVE, DEMO) if (home / "settings.toml").is_file()), None)


@contextmanager
def throwaway_home(kind: str) -> Iterator[Path]:
    """A home for one command, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="renda-") as folder:
        home = Path(folder) / "home"
        write_settings(home, kind)
        yield home
