"""./run demo: an invented city on this machine, from nothing to a page."""

import os
import shutil
from argparse import ArgumentParser, Namespace
from pathlib import Path

from launch.environment import make_ready
from launch.home import settings_of, write_settings
from launch.locks import one_at_a_time
from launch.managing import manage
from launch.places import DEMO, shown
from launch.ports import must_be_free
from launch.preparing import (
    bring_up_to_date,
    collect_static,
    compile_catalogues,
    is_up_to_date,
)
from launch.refusal import Refused
from launch.serving import serve

HOST = "127.0.0.1"


def arguments(parser: ArgumentParser) -> None:
    """What may be said to it."""
    parser.add_argument("--port", type=int, default=8000, help="where to answer (8000)")
    parser.add_argument("--fresh", action="store_true", help="throw the demo away and tell it anew")
    parser.add_argument("--small", action="store_true", help="tell a shorter story, for tests")
    parser.add_argument(
        "--home", type=Path, default=DEMO, help="where to keep it (var/demo); one demo a folder"
    )


def run(asked: Namespace) -> int:
    """Prepare whatever is missing, then keep it running until stopped."""
    if os.environ.get("RENDA_DATABASE_URL"):
        raise Refused(
            "The demo keeps to its own SQLite file: unset RENDA_DATABASE_URL and start it again."
        )
    home = asked.home.resolve()
    make_ready()
    running = f"The demo in {shown(home)} is running already. Stop it first, or look at it there."
    with one_at_a_time(home.with_name(home.name + ".lock"), refusal=running):
        must_be_free(HOST, asked.port, command="demo")
        prepare(home, is_fresh=asked.fresh, is_small=asked.small)
        return serve(
            home, host=HOST, port=asked.port, workers=2, announce=lambda: welcome(home, asked.port)
        )


def prepare(home: Path, *, is_fresh: bool, is_small: bool) -> None:
    """A told demo of this version in this home, its words compiled, its files collected."""
    kind = settings_of(home).get("kind")
    if kind not in (None, "demo"):
        raise Refused(f"{shown(home)} holds no demo (kind {kind}); nothing was changed.")
    if kind is None and home.exists() and any(home.iterdir()):
        raise Refused(f"{shown(home)} is not empty and holds no demo; nothing was changed.")
    if kind is None or is_fresh:
        tell(home, is_small=is_small)
        return
    compile_catalogues(home)
    collect_static(home)
    if not is_up_to_date(home):
        print("Bringing the demo up to this version …", flush=True)
        bring_up_to_date(home)


def tell(home: Path, *, is_small: bool) -> None:
    """Tell the story into a folder beside, and put that in place when it is whole.

    A telling that was interrupted leaves only the folder beside, which is thrown away here.
    """
    new = home.with_name(home.name + ".new")
    old = home.with_name(home.name + ".old")
    for left_over in (new, old):
        shutil.rmtree(left_over, ignore_errors=True)
    print("Telling the demo story (once, some 20 seconds) …", flush=True)
    write_settings(new, "demo")
    compile_catalogues(new)
    collect_static(new)
    bring_up_to_date(new)
    manage(new, "tell_demo", *(["--small"] if is_small else []))
    if home.exists():
        home.rename(old)
    new.rename(home)
    shutil.rmtree(old, ignore_errors=True)


def welcome(home: Path, port: int) -> None:
    """Where it is and who can sign in."""
    print(f"\nRenda demo: http://localhost:{port}\n", flush=True)
    who = home / "who.txt"
    if who.is_file():
        print(f"Who can sign in:\n{who.read_text(encoding='utf-8')}", flush=True)
    print("Stop it with Ctrl-C.", flush=True)
