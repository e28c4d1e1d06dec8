"""./run test: the whole suite, and plainly what of it did not run."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

from launch.environment import make_ready
from launch.home import throwaway_home
from launch.places import PYTHON, ROOT
from launch.preparing import collect_static, compile_catalogues
from launch.refusal import Refused

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# What a CI run may leave out: the other database has a run of its own, and some tests compare with
# papers that do not belong to the project. Everything else that is skipped there is a fault.
MAY_BE_SKIPPED = ("only on postgresql", "only on sqlite", "the shared")


def run(words: Sequence[str]) -> int:
    """Run pytest with these arguments; returns how it ended."""
    is_ci = os.environ.get("CI") == "true"
    chromium = find_chromium(os.environ)
    if is_ci and not chromium:
        raise Refused("CI=true needs Chromium: set RENDA_CHROMIUM or put chromium on PATH.")
    must_answer(os.environ.get("RENDA_DATABASE_URL", ""))
    make_ready(dev=True)
    with throwaway_home("test") as home:
        compile_catalogues(home)
        collect_static(home)
    with tempfile.TemporaryDirectory(prefix="renda-") as folder:
        report = Path(folder) / "report.xml"
        ended = _pytest(words, report, chromium)
        skipped = skipped_in(report)
    _say_what_did_not_run(skipped, chromium)
    return ended or (must_not_be_skipped(skipped) if is_ci else 0)


def find_chromium(environ: Mapping[str, str]) -> str:
    """The browser for the journeys, or nothing."""
    named = environ.get("RENDA_CHROMIUM", "")
    if named and not shutil.which(named):
        raise Refused(f"RENDA_CHROMIUM names {named}, which is not there.")
    found = (shutil.which(name, path=environ.get("PATH")) for name in BROWSERS)
    return named or next(filter(None, found), "")


def must_answer(url: str) -> None:
    """Raise Refused when a PostgreSQL is named and nothing answers there."""
    if not url:
        return
    at = urlsplit(url)
    try:
        socket.create_connection((at.hostname or "localhost", at.port or 5432), timeout=5).close()
    except OSError as fault:
        raise Refused(
            f"RENDA_DATABASE_URL is set, but nothing answers at {at.hostname}:{at.port or 5432}."
        ) from fault


def _pytest(words: Sequence[str], report: Path, chromium: str) -> int:
    is_parallel = any(word.startswith(("-n", "--numprocesses")) for word in words)
    command = [str(PYTHON), "-m", "pytest", *([] if is_parallel else ["-n", "2"])]
    env = {**os.environ, **({"RENDA_CHROMIUM": chromium} if chromium else {})}
    return subprocess.run([*command, f"--junitxml={report}", *words], cwd=ROOT, env=env).returncode


def skipped_in(report: Path) -> Counter[str]:
    """How many tests were skipped for which reason."""
    if not report.exists():
        return Counter()
    found = ElementTree.parse(report).iter("skipped")  # noqa: S314 our own file
    return Counter(case.get("message", "").removeprefix("Skipped: ") for case in found)


def must_not_be_skipped(skipped: Mapping[str, int]) -> int:
    """1 when a CI run left something out that it must not."""
    unlisted = [why for why in skipped if not why.lower().startswith(MAY_BE_SKIPPED)]
    for why in unlisted:
        print(f"With CI=true this must not be skipped: {why}")
    return 1 if unlisted else 0


def _say_what_did_not_run(skipped: Mapping[str, int], chromium: str) -> None:
    lines = [f"{count} skipped: {why}" for why, count in sorted(skipped.items())]
    if not chromium:
        lines.append("the browser journeys: no Chromium found (install it, or set RENDA_CHROMIUM)")
    if not os.environ.get("RENDA_DATABASE_URL"):
        lines.append("the suite on PostgreSQL: RENDA_DATABASE_URL is not set")
    if lines:
        print("\nNot run:")
        print("\n".join(f"  - {line}" for line in lines), flush=True)
