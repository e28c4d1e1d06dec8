"""Opening a file from our side: asking the other process, and believing nothing it did not say."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from renda.kernel.exchange.reading.grid import Merge, Row
from renda.kernel.exchange.reading.sentences import sentence
from renda.kernel.permits.refusal import Refused

CHILD = "renda.kernel.exchange.reading.child"
PATIENCE = 60  # seconds; its own bound of computing time is shorter


@dataclass(frozen=True)
class Sheet:
    """One of the sheets of a file, to choose from."""

    name: str
    rows: int
    is_hidden: bool


@dataclass(frozen=True)
class Book:
    """What was read: the sheet that was chosen, and the names of all."""

    sheets: list[Sheet]
    sheet: str
    rows: list[Row]
    merges: list[Merge]


def opened(path: Path, *, name: str, sheet: str = "", most_rows: int = 50_000) -> Book:
    """The sheet with this name, else the one with most in it. Raises Refused, saying what to do
    about the file."""
    told = _told(path, sheet, most_rows)
    if "fault" in told:
        raise Refused(sentence(told["fault"], name, told["said"]))
    return Book(
        sheets=[Sheet(**known) for known in told["sheets"]],
        sheet=told["name"],
        rows=[(number, cells) for number, cells in told["rows"]],
        merges=[(top, left, bottom, right) for top, left, bottom, right in told["merges"]],
    )


def _told(path: Path, sheet: str, most_rows: int) -> dict[str, Any]:
    asked = {"path": str(path), "sheet": sheet, "most_rows": most_rows}
    try:
        done = subprocess.run(
            [sys.executable, "-m", CHILD],
            cwd=settings.BASE_DIR,
            input=json.dumps(asked).encode(),
            capture_output=True,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        return {"fault": "too_large", "said": {}}
    if done.returncode:  # the bounds ended it
        return {"fault": "too_large", "said": {}}
    told: dict[str, Any] = json.loads(done.stdout)
    return told
