"""Commands that are passed on to manage.py with a home; their arguments go through unharmed."""

from collections.abc import Sequence
from pathlib import Path

from launch.environment import make_ready
from launch.home import home_at_hand, settings_of, throwaway_home
from launch.managing import pass_on, said_by
from launch.places import shown
from launch.preparing import bring_up_to_date, compile_catalogues
from launch.refusal import Refused

NEED_NO_HOME = ("due", "catalogue")


def split_home(words: Sequence[str]) -> tuple[Path | None, list[str]]:
    """Take --home DIR out of the arguments; everything else stays as it was typed."""
    rest: list[str] = []
    home: Path | None = None
    coming = iter(words)
    for word in coming:
        if word == "--home":
            home = Path(next(coming, ""))
        elif word.startswith("--home="):
            home = Path(word.removeprefix("--home="))
        else:
            rest.append(word)
    return home, rest


def run(command: str, words: Sequence[str]) -> int:
    """Find the home and pass the command on; returns how it ended."""
    home, rest = split_home(words)
    home = home or home_at_hand()
    if home is None and command not in NEED_NO_HOME:
        raise Refused(
            "There is no home for this yet. ./run demo or ./run init makes one; "
            "or name it: --home DIR"
        )
    make_ready()
    if home is None:
        with throwaway_home("test") as empty:
            return pass_on(empty, [command, *rest])
    if not settings_of(home):
        raise Refused(f"{shown(home.absolute())} is no home: it has no settings.toml.")
    return _migrate(home) if command == "migrate" and not rest else pass_on(home, [command, *rest])


def tables() -> str:
    """What can be taken in, for `import --help`: only the domains know."""
    make_ready()
    with throwaway_home("test") as empty:
        return said_by(empty, "import_table", "--tables")


def _migrate(home: Path) -> int:
    compile_catalogues(home)
    bring_up_to_date(home)
    print("The database is of this version now.")
    return 0
