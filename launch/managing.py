"""Calling manage.py with a home."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from launch.places import PYTHON, ROOT
from launch.refusal import Refused


def environment_of(home: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment variables of a process that works in this home."""
    return {
        **os.environ,
        "RENDA_HOME": str(home.resolve()),
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "PYTHONUNBUFFERED": "1",
        **(more or {}),
    }


def command_line(*arguments: str) -> list[str]:
    """manage.py with these arguments, by the project's own Python."""
    return [str(PYTHON), str(ROOT / "manage.py"), *arguments]


def manage(home: Path, *arguments: str, text: str | None = None) -> None:
    """Run a command quietly; raises Refused with what it said when it fails."""
    said_by(home, *arguments, text=text)


def said_by(home: Path, *arguments: str, text: str | None = None) -> str:
    """Run a command and return what it said; raises Refused when it fails."""
    done = subprocess.run(
        command_line(*arguments),
        cwd=ROOT,
        env=environment_of(home),
        input=text,
        stdin=subprocess.DEVNULL if text is None else None,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise Refused(f"{(done.stdout + done.stderr).strip()}\n({arguments[0]} did not succeed.)")
    return done.stdout


def pass_on(home: Path, arguments: Sequence[str]) -> int:
    """Run a command for the person at the terminal; returns how it ended."""
    # The person's own folder stays the working folder, for the files that arguments name.
    return subprocess.run(command_line(*arguments), env=environment_of(home)).returncode
