"""./run init: a real congress and its administrator, in a home with keys of its own."""

import getpass
import os
import re
import shutil
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from launch.environment import make_ready
from launch.home import LOCAL, write_settings
from launch.locks import one_at_a_time
from launch.managing import manage
from launch.places import LIVE, shown
from launch.preparing import bring_up_to_date, compile_catalogues
from launch.refusal import Refused

LEVELS = ("nation", "province", "prefecture", "county", "township")
_SLUG = re.compile(r"[a-z0-9-]{1,40}")
QUESTIONS = {
    "name": "Full name of the congress (such as 河湾市人民代表大会): ",
    "slug": "Its address: small letters, digits and hyphens (such as hewan): ",
    "level": f"Its level ({', '.join(LEVELS)}): ",
    "administrator": "User name of the administrator: ",
}


def arguments(parser: ArgumentParser) -> None:
    """What may be said to it; the rest is asked."""
    parser.add_argument("--name", help="full name of the congress")
    parser.add_argument("--slug", help="its address: /SLUG/")
    parser.add_argument("--level", choices=LEVELS, help="its level")
    parser.add_argument("--administrator", metavar="USER", help="user name of the administrator")
    parser.add_argument(
        "--host",
        action="append",
        default=[],
        help="name under which browsers will reach it; may be repeated",
    )
    parser.add_argument("--home", type=Path, default=LIVE, help="where to keep it (var/live)")


def run(asked: Namespace) -> int:
    """All of it, or nothing."""
    home = asked.home.resolve()
    new = home.with_name(home.name + ".new")
    with one_at_a_time(home.with_name(home.name + ".lock"), refusal="Another init is at work."):
        _must_be_empty(home)
        said = {key: getattr(asked, key) or _ask(key) for key in QUESTIONS}
        _check(said)
        password = _password()
        make_ready()
        shutil.rmtree(new, ignore_errors=True)  # what an interrupted init left
        try:
            _set_up(new, said, password, hosts=(*asked.host, *LOCAL))
            new.rename(home)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    print(f"{said['name']} is set up in {shown(home)}. Its keys are in settings.toml there.")
    print("Next: docs/deploy.md, then ./run serve")
    return 0


def _must_be_empty(home: Path) -> None:
    if home.exists() and any(home.iterdir()):
        raise Refused(f"{shown(home)} is in use already. Nothing was changed.")


def _set_up(new: Path, said: dict[str, str], password: str, *, hosts: tuple[str, ...]) -> None:
    url = os.environ.get("RENDA_DATABASE_URL", "")
    write_settings(new, "live", hosts=hosts, database_url=url)
    compile_catalogues(new)
    bring_up_to_date(new)
    flags = [word for key, value in said.items() for word in (f"--{key}", value)]
    manage(new, "init_congress", *flags, text=password + "\n")


def _ask(key: str, read: Callable[[str], str] = input) -> str:
    if not sys.stdin.isatty():
        raise Refused(f"--{key} is missing.")
    return read(QUESTIONS[key]).strip()


def _check(said: dict[str, str]) -> None:
    if said["level"] not in LEVELS:
        raise Refused(f"The level must be one of: {', '.join(LEVELS)}.")
    if not _SLUG.fullmatch(said["slug"]):
        raise Refused("The address may hold small letters, digits and hyphens only.")
    if empty := [key for key, value in said.items() if not value]:
        raise Refused(f"--{empty[0]} must not be empty.")


def _password() -> str:
    """From the terminal without showing it, or from standard input; never from the arguments."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    password = getpass.getpass("The administrator's password: ")
    if getpass.getpass("Once more: ") != password:
        raise Refused("The two were not the same. Nothing was changed.")
    return password
