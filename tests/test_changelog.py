"""Names of actions are a contract: CHANGELOG.md lists them, and the code has exactly those."""

import ast
import re
from pathlib import Path

from renda.kernel.lifecycle.registry import LIVES
from renda.kernel.registers.history import UNDO
from renda.kernel.registers.register import REGISTERS

ROOT = Path(__file__).resolve().parent.parent
BY_ENGINE = ("begin", "undo", "remind", "overdue")
RECORDERS = ("record", "enter", "change", "withdraw", "erase")


def promised() -> set[str]:
    """What the changelog lists."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", text, re.MULTILINE)
    return {
        f"{process}.{name}" for process, names in rows for name in re.findall(r"`(\w+)`", names)
    }


def recorded() -> set[str]:
    """What the code records: every step of every process, and every action by its literal name."""
    found = {f"{life.name}.{name}" for life in LIVES.values() for name in (*life.steps, *BY_ENGINE)}
    found.add(UNDO)  # of any register
    for register in REGISTERS.values():
        found |= register.actions if register.form is not None else set()
    for path in (ROOT / "renda").rglob("*.py"):
        if not {"tests", "migrations"} & set(path.parts):
            found |= literal_actions(path.read_text("utf-8"))
    return found


def literal_actions(source: str) -> set[str]:
    """The actions that a file hands by name to one of the recorders."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    said = [a for c in calls if called(c) in RECORDERS for a in c.args]
    either = [way for a in said if isinstance(a, ast.IfExp) for way in (a.body, a.orelse)]
    names = [str(a.value) for a in (*said, *either) if isinstance(a, ast.Constant)]
    return {name for name in names if re.fullmatch(r"[a-z]+\.[a-z_]+", name)}


def called(call: ast.Call) -> str:
    """The name of what is called, `enter` for `keeping.enter` too."""
    return str(getattr(call.func, "id", getattr(call.func, "attr", "")))


def test_the_changelog_names_every_action_and_no_other() -> None:
    assert sorted(promised() ^ recorded()) == []
