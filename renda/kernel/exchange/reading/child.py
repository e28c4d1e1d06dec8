"""The process that opens a file: `python -m renda.kernel.exchange.reading.child` with what is asked
as JSON on its standard input. It answers with the sheet as JSON, or with why there is none.

Memory and time are bounded before a byte is read; what goes beyond them ends this process and
nothing else.
"""

import json
import resource
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from renda.kernel.exchange.reading.grid import Grid
from renda.kernel.exchange.reading.kinds import grids
from renda.kernel.exchange.reading.unreadable import Unreadable

MEMORY, SECONDS = 1536 * 1024 * 1024, 40


def main() -> None:
    """Read, answer."""
    asked = json.load(sys.stdin)
    _bound()
    try:
        answer = answered(Path(asked["path"]), asked["sheet"], asked["most_rows"])
    except Unreadable as fault:
        answer = {"fault": fault.code, "said": fault.said}
    except (MemoryError, RecursionError):
        answer = {"fault": "too_large", "said": {}}
    sys.stdout.write(json.dumps(answer))  # dump would write it piece by piece


def answered(path: Path, wanted: str, most_rows: int) -> dict[str, Any]:
    """The sheet that is wanted, else the one with most in it; and the names of all."""
    found = grids(path, most_rows)
    chosen = next((grid for grid in found if wanted and grid.name == wanted), None)
    if chosen is None:
        whole = [grid for grid in found if not grid.fault] or found
        chosen = max(whole, key=_worth, default=None)
    if chosen is not None and chosen.fault:
        raise Unreadable(chosen.fault, **chosen.said)
    if chosen is None or not chosen.rows:
        raise Unreadable("no_table")
    sheets = [{"name": g.name, "rows": len(g.rows), "is_hidden": g.is_hidden} for g in found]
    told = asdict(chosen)
    return {"sheets": sheets} | {name: told[name] for name in ("name", "rows", "merges")}


def _worth(grid: Grid) -> tuple[bool, int, int]:
    return not grid.is_hidden, grid.weight, len(grid.rows)


def _bound() -> None:
    """What a system does not know how to bound stays as it is: macOS has no bound of addresses."""
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):
            continue
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
