"""The commands of ./run, each with its line in the list and its own --help."""

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from types import ModuleType

from launch import bench, checks, demo, init, live, locking, passing, testing
from launch.refusal import Refused

Words = Sequence[str]


@dataclass(frozen=True)
class Command:
    """One command: its line in the list, what --help adds, and what it does."""

    line: str
    more: str
    run: Callable[[Words], int]
    adds: Callable[[], str] | None = None  # what only the domains can say

    def explain(self) -> None:
        """What --help prints."""
        print(self.more)
        if self.adds is not None:
            print(self.adds())


def _own(name: str, line: str, more: str, room: ModuleType) -> Command:
    """A command whose arguments are ours to read."""
    parser = ArgumentParser(
        prog=f"./run {name}",
        description=f"{line}\n\n{more}".strip(),
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    room.arguments(parser)
    return Command(line, parser.format_help(), lambda words: room.run(parser.parse_args(words)))


def _passed(
    name: str,
    usage: str,
    line: str,
    more: str,
    *,
    command: str = "",
    adds: Callable[[], str] | None = None,
) -> Command:
    """A command whose arguments go through to manage.py as they were typed; `command` is what it
    is called there, when a Python module cannot have the name."""
    text = f"usage: ./run {name} {usage}\n\n{line}\n\n{more}\n\n{_HOMES}"
    return Command(line, text, partial(passing.run, command or name), adds)


_HOMES = """\
  --home DIR  the deployment to work in: var/live if it is there, else var/demo"""

_DEMO = """\
Needs no database and no account: everything lies in var/demo. The first start installs what is
needed and tells the story; later ones take a few seconds. Ctrl-C stops it."""

_INIT = """\
Makes var/live with keys of its own. What is not given as a flag is asked. The password comes from
the terminal, or from standard input; never from the command line. With RENDA_DATABASE_URL set,
the congress lives in that PostgreSQL, and its address is noted in var/live/settings.toml."""

_SERVE = """\
Runs web, worker and scheduler, and starts again whichever dies. Refuses demo data and a home that
./run init has not made. Put nginx with TLS in front: docs/deploy.md."""

_DUE = """\
DATE is a day, or a moment for hours: 2025-10-09 or 2025-10-09T09:30. SPAN is 7wd (working days),
-7wd (before that day), 10d, 3m or 24h.
  --congress SLUG  count this congress's own days off too
  --clear-days     counting back, all the days lie in between"""

_CALENDAR = """\
FILE holds a year's days off as JSON. What it changes is counted again, and listed.
  --congress SLUG  these are this congress's own days off"""

_IMPORT = """\
Reads xlsx, xls, csv and HTML as offices make them, and says what it left out. Ends with 1 when any
row is wrong or in doubt, and then nothing is written; with 2 for a bad call.
  --dry-run           look, and write nothing
  --json              answer as JSON: read, created, updated, unchanged, rejected, doubts
  --sheet NAME        another sheet than the one with most in it
  --answer KEY=VALUE  decide a doubt (may be given again)
  --set NAME=VALUE    what the table asks for the whole file, such as term=6 of a roster
  --as USERNAME       who takes it in; without it, whoever sits at the server"""

_VERIFY = """\
Names the first fault and ends with 1 when anything was altered.
  --anchors FILE  hold the trail against anchors that you kept outside the database"""

_ADMIT = """\
For when the only administrator is locked out. USER is a user name or a mobile number. The code
stands for the password once; a new one is chosen with it. The trail tells that it was given.
  --congress SLUG        in whose trail
  --reset-second-factor  take every second factor away as well"""

_CATALOGUE = """\
Without a flag: find the sentences in the code, bring the catalogue up to date, compile it.
  --check    list what is wrong; change nothing
  --compile  only compile
  --todo     print what has no Chinese yet
  --take FILE  take the Chinese of a filled file over"""

_TEST = """\
usage: ./run test [PYTEST ARGUMENTS]

Run the whole test suite, on both cores, and say what of it did not run and why.

On SQLite, or on PostgreSQL when RENDA_DATABASE_URL names one. The browser journeys run when a
Chromium is found: RENDA_CHROMIUM, or chromium on PATH. With CI=true a Chromium must be there, a
named PostgreSQL must answer, and nothing may be skipped but what belongs to the other database.
Whatever follows goes to pytest: ./run test -k clock"""

COMMANDS: dict[str, Command] = {
    "demo": _own("demo", "Show an invented city at http://localhost:8000.", _DEMO, demo),
    "test": Command("Run the whole test suite.", _TEST, testing.run),
    "init": _own("init", "Set up a real congress and its administrator.", _INIT, init),
    "serve": _own("serve", "Serve the congress that init has set up.", _SERVE, live),
    "migrate": _passed(
        "migrate", "", "Bring the database up to this version.", "Make a backup first."
    ),
    "due": _passed("due", "DATE SPAN", "Count a time limit, as JSON.", _DUE),
    "calendar": _passed("calendar", "FILE", "Take in a year's notice of days off.", _CALENDAR),
    "import": _passed(
        "import",
        "TABLE FILE --congress SLUG",
        "Take a table in from a file, all of it or nothing.",
        _IMPORT,
        command="import_table",
        adds=passing.tables,
    ),
    "verify": _passed("verify", "", "Prove that the trail is whole.", _VERIFY),
    "admit": _passed("admit", "USER --congress SLUG", "Let one person in by a code.", _ADMIT),
    "catalogue": _passed("catalogue", "", "Keep the Chinese in step with the code.", _CATALOGUE),
    "bench": _own("bench", "How long a few things take here.", "", bench),
    "check": _own("check", "Format, lint, types, floors, catalogue, migrations.", "", checks),
    "lock": _own("lock", "Make the lists of exact versions anew.", "", locking),
}


def main(words: Words) -> int:
    """Do what was asked; returns the exit code."""
    name, rest = (words[0], words[1:]) if words else ("help", [])
    if name in ("help", "-h", "--help"):
        return _help(rest)
    command = COMMANDS.get(name)
    if command is None:
        print(f"There is no command {name!r}. ./run help lists them.", file=sys.stderr)
        return 2
    try:
        if rest and rest[0] in ("-h", "--help"):
            command.explain()
            return 0
        return command.run(rest)
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130


def _help(words: Words) -> int:
    if words and words[0] in COMMANDS:
        return main([words[0], "--help"])
    print("usage: ./run COMMAND [ARGUMENTS]\n")
    for name, command in COMMANDS.items():
        print(f"  {name:<10} {command.line}")
    print(f"  {'help':<10} This list; ./run COMMAND --help says more about one.")
    return 0
