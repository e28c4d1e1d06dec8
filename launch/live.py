"""./run serve: a real congress, kept running."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from launch.environment import make_ready
from launch.home import settings_of
from launch.locks import one_at_a_time
from launch.managing import manage
from launch.places import LIVE, shown
from launch.ports import must_be_free
from launch.preparing import collect_static, compile_catalogues
from launch.refusal import Refused
from launch.serving import serve


def arguments(parser: ArgumentParser) -> None:
    """What may be said to it."""
    parser.add_argument("--home", type=Path, default=LIVE, help="the congress's home (var/live)")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (8000)")
    parser.add_argument("--workers", type=int, default=2, help="web workers, about one a core (2)")


def run(asked: Namespace) -> int:
    """Serve until stopped; refuses what is no real congress, and a database of another version."""
    home = asked.home.resolve()
    must_be_live(home)
    make_ready()
    running = f"{shown(home)} is being served already."
    with one_at_a_time(home / "serve.lock", refusal=running):
        must_be_free(asked.host, asked.port, command="serve")
        compile_catalogues(home)
        collect_static(home)
        _must_be_migrated(home)
        return serve(
            home,
            host=asked.host,
            port=asked.port,
            workers=asked.workers,
            announce=lambda: print(f"Serving at http://{asked.host}:{asked.port}", flush=True),
        )


def must_be_live(home: Path) -> None:
    """Raise Refused for demo data and for a home that was never set up."""
    kind = settings_of(home).get("kind")
    if kind is None:
        raise Refused(f"There is no congress in {shown(home)} yet. Set one up with ./run init.")
    if kind != "live":
        raise Refused(f"{shown(home)} holds invented data (kind {kind}); ./run demo shows it.")


def _must_be_migrated(home: Path) -> None:
    try:
        manage(home, "migrate", "--check", "-v0")
    except Refused as behind:
        raise Refused(
            f"{behind}\nThe database is not of this version, or does not answer. "
            "Make a backup, then ./run migrate."
        ) from behind
