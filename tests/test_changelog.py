"""Names of actions are a contract: CHANGELOG.md lists them, and the code has exactly those."""

import ast
import re
from pathlib import Path

from renda.kernel.lifecycle.registry import LIVES

ROOT = Path(__file__).resolve().parent.parent
BY_ENGINE = ("begin", "undo", "remind", "overdue")


def promised() -> set[str]:
    """What the changelog lists."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", text, re.MULTILINE)
    return {
        f"{process}.{name}" for process, names in rows for name in re.findall(r"`(\w+)`", names)
    }


def recorded() -> set[str]:
    """What the code records: every step of every process, and every action by its literal name."""
    steps = {f"{life.name}.{name}" for life in LIVES.values() for name in (*life.steps, *BY_ENGINE)}
    literal = re.compile(r"[a-z]+\.[a-z_]+")
    for path in (ROOT / "renda").rglob("*.py"):
        if {"tests", "migrations"} & set(path.parts):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "record":
                said = [a.value for a in node.args if isinstance(a, ast.Constant)]
                steps |= {name for name in said if literal.fullmatch(str(name))}
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_told":
                steps |= {f"congress.{a.value}" for a in node.args if isinstance(a, ast.Constant)}
    return steps


def test_the_changelog_names_every_action_and_no_other() -> None:
    assert sorted(promised() ^ recorded()) == []
