"""Names that say nothing, and names that lie about what they hold."""

import ast
from collections.abc import Iterator
from pathlib import PurePosixPath

from tests.rules import Sources

DRAWERS = {"services.py", "utils.py", "helpers.py", "common.py", "misc.py", "tools.py"}
EMPTY = ("Manager", "Handler", "Info", "Data")
# The row is a day of the calendar; nothing happened "on" it.
ALLOWED = {("renda/kernel/clock/models/calendar.py", "day")}


def drawers(sources: Sources) -> list[str]:
    """Files named for nothing in particular."""
    return [name for name in sources if PurePosixPath(name).name in DRAWERS]


def empty_names(sources: Sources) -> list[str]:
    """Classes that end in a word without meaning."""
    return [
        f"{name}:{node.lineno} {node.name}"
        for name, text in sources.items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ClassDef) and node.name.endswith(EMPTY)
    ]


def field_names(sources: Sources) -> list[str]:
    """Model fields whose name does not tell a day from a moment from a yes, or says `status`."""
    return [
        f"{name}:{line} {field}: {kind}"
        for name, text in sources.items()
        for line, field, kind in _fields(ast.parse(text))
        if not _is_good(field, kind) and (name, field) not in ALLOWED
    ]


def _is_good(field: str, kind: str) -> bool:
    if field == "status" or field.endswith("_status"):
        return False
    if kind == "DateField":
        return field.endswith("_on") or field == "on"
    if kind == "DateTimeField":
        return field.endswith("_at") or field == "at"
    return kind != "BooleanField" or field.startswith("is_")


def _fields(module: ast.Module) -> Iterator[tuple[int, str, str]]:
    for node in ast.walk(module):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            kind = ast.unparse(node.value.func)
            if kind.startswith("models.") and kind.endswith(("Field", "Key")):
                for target in node.targets:
                    yield node.lineno, ast.unparse(target), kind.removeprefix("models.")
