"""Lists of divisions as the exchange reads them, and taking one in."""

import csv
import os
from datetime import date
from pathlib import Path

from renda.congress.actions.regions import put_regions
from renda.congress.tables.regions import TABLE, plan
from renda.kernel.exchange.table import Record

SHARED = Path(os.environ.get("RENDA_TEST_DATA", "../shared/data")) / "divisions"
FILES = ("provinces.csv", "cities.csv", "areas.csv", "streets_inner_mongolia.csv")
NAMES = {alias: column.name for column in TABLE.columns for alias in column.aliases}
# An invented twin of the four lists: two, four, six and nine digits, each naming its superiors.
TWIN = """code,name
98,云岭省

code,name,provinceCode
9801,石门市,98
9890,省直辖县级行政区划,98

code,name,cityCode,provinceCode
980102,东岗区,9801,98
980171,石门经济开发区,9801,98
989001,沙溪市,9890,98

code,name,areaCode,provinceCode,cityCode
980102001,北岗街道,980102,98,9801
980102101,城关镇,980102,98,9801
989001101,城关镇,989001,98,9890
980102400,东岗农场,980102,98,9801
"""
ON = date(2026, 3, 1)


def records(lines):
    """As the exchange reads them: values by column, a column that was not mapped is not there."""
    rows = csv.DictReader(lines)
    return [
        Record(n, {NAMES[key]: value for key, value in row.items()})
        for n, row in enumerate(rows, 2)
    ]


def twin():
    return [records(part.splitlines()) for part in TWIN.split("\n\n")]


def judged(congress, rows, answers=None, **asked):
    return plan(congress, rows, answers or {}, {"on": ON, **asked})


def taken(congress, rows, answers=None, **asked):
    verdicts = judged(congress, rows, answers, **asked)
    put_regions([entry for verdict in verdicts for entry in verdict.entries], congress, None)
    return [verdict.outcome for verdict in verdicts]


def lines(*rows):
    return records(["code,name,parentCode", *rows])


def one(congress, row, answers=None, **asked):
    return judged(congress, lines(row), answers, **asked)[0]
