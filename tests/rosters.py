"""Rosters as offices hand them over, read by plain csv: the reader of files is tested elsewhere."""

import csv
import os
from pathlib import Path
from typing import Any

import pytest

from renda.deputies.forms.fields import read_born
from renda.deputies.tables.roster import COLUMNS, SEXES
from renda.kernel.exchange.table import Record

ROOT = Path(__file__).resolve().parent.parent
TWIN = ROOT / "tests" / "data" / "roster_gb18030.csv"
SHARED = Path(os.environ.get("RENDA_TEST_DATA", ROOT.parent / "shared" / "data"))
ROSTER = SHARED / "deputies" / "deputies_sample_gb18030.csv"
BY_LABEL = {alias: column.name for column in COLUMNS for alias in column.aliases}


def shared_roster() -> Path:
    """The roster nobody here wrote, where it lies."""
    if not ROSTER.exists():
        pytest.skip("the shared roster is not here: set RENDA_TEST_DATA to a folder with deputies/")
    return ROSTER


def records_of(path: Path) -> list[Record]:
    """Every row of the file as the exchange would hand it to the plan."""
    with path.open(encoding="gb18030", newline="") as file:
        header, *rows = list(csv.reader(file))
    names = [BY_LABEL[label] for label in header]
    return [record(n, dict(zip(names, row, strict=True))) for n, row in enumerate(rows, 2)]


def record(row: int, values: dict[str, Any]) -> Record:
    """One row, its cells read by what their columns hold."""
    read = dict(values)
    if read.get("sex"):
        read["sex"] = SEXES.get(read["sex"], read["sex"])
    if read.get("born"):
        read["born"] = read_born(read["born"])
    return Record(row, read)
