"""./run check: everything that can be said about the code without running its tests."""

import subprocess
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from launch.environment import make_ready
from launch.home import throwaway_home
from launch.managing import command_line, environment_of
from launch.places import PYTHON, ROOT
from launch.preparing import compile_catalogues


@dataclass(frozen=True)
class Check:
    """One line of the report, and the command behind it."""

    name: str
    command: list[str]
    is_live: bool = False  # judged as a real congress would run

    def run(self, homes: Mapping[bool, Path]) -> str | None:
        """None when all is well, else what the tool said."""
        done = subprocess.run(
            self.command,
            cwd=ROOT,
            env=environment_of(homes[self.is_live]),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
        return f"{done.stdout}{done.stderr}".strip() if done.returncode else None


def _tool(*words: str) -> list[str]:
    return [str(PYTHON), "-m", *words]


def checks() -> list[Check]:
    """All of them, quick ones first."""
    floors = "from importlinter.cli import lint_imports_command as lint; lint()"
    return [
        Check("format", _tool("ruff", "format", "--check", ".")),
        Check("lint", _tool("ruff", "check", ".")),
        Check("templates", _tool("djlint", "--lint", "--quiet", "templates")),
        Check("floors", [str(PYTHON), "-c", floors]),
        Check("catalogue", command_line("catalogue", "--check")),
        Check("migrations", command_line("makemigrations", "--check", "--dry-run", "-v1")),
        Check(
            "deployment",
            command_line("check", "--deploy", "--fail-level", "WARNING"),
            is_live=True,
        ),
        Check("types", _tool("mypy", ".")),
    ]


def arguments(_parser: ArgumentParser) -> None:
    """Nothing may be said to it."""


def run(_asked: Namespace) -> int:
    """One line a check; what the tool said only where it found something."""
    make_ready(dev=True)
    with throwaway_home("test") as test, throwaway_home("live") as live:
        compile_catalogues(test)
        homes = {False: test, True: live}
        with ThreadPoolExecutor(2) as two_at_once:
            said = [(c, two_at_once.submit(c.run, homes)) for c in checks()]
            faults = [_report(check, answer.result()) for check, answer in said]
    if any(faults):
        print(f"{sum(faults)} of {len(faults)} checks failed.")
    return 1 if any(faults) else 0


def _report(check: Check, fault: str | None) -> bool:
    print(f"{check.name:<12} {'ok' if fault is None else 'FAILED'}", flush=True)
    if fault is not None:
        print(f"{fault}\n", flush=True)
    return fault is not None
