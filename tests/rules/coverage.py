"""docs/coverage.md: what works is shown by a test, and the test exists."""

import ast
import re
from dataclasses import dataclass

from tests.rules import Sources

STATES = ("works", "part", "not yet")
_KNOWN = re.compile(r"\d{1,2}\.\d{2}|[A-Z]\d{1,2}")
_TEST = re.compile(r"`((?:[\w/.-]+)\.py::\w+)`")


@dataclass(frozen=True)
class Row:
    """A requirement as the page tells of it."""

    id: str
    state: str
    where: str
    shown_by: str

    @property
    def tests(self) -> list[str]:
        """The tests it names."""
        return _TEST.findall(self.shown_by)


def rows(page: str) -> list[Row]:
    """The rows of its tables: id, what it asks, state, where, shown by, what is missing."""
    found = []
    for line in page.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and len(cells) >= 5 and cells[0] not in ("id", "---"):
            found.append(Row(cells[0], cells[2], cells[3], cells[4]))
    return found


def faults(page: str, known: set[str]) -> list[str]:
    """What is wrong with the page; `known` are the ids of the tests there are."""
    wrong = []
    for row in rows(page):
        if not _KNOWN.fullmatch(row.id):
            wrong.append(f"{row.id}: no such requirement")
        if row.state not in STATES:
            wrong.append(f"{row.id}: {row.state} is no state")
        if row.state != "not yet" and not row.tests:
            wrong.append(f"{row.id}: nothing shows it")
        wrong += [f"{row.id}: there is no test {t}" for t in row.tests if t not in known]
    return wrong


def test_ids(sources: Sources) -> set[str]:
    """Every test there is, read from the files."""
    return {
        f"{name}::{node.name}"
        for name, text in sources.items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


test_ids.__test__ = False  # type: ignore[attr-defined]  # a rule, not a test
