"""Only the engine assigns `.state`, in whatever way one might try."""

import ast
import re

from tests.rules import Sources

ENGINE = "renda/kernel/lifecycle/"
_SQL = re.compile(r"\bset\s+[\"`]?state[\"`]?\s*=", re.IGNORECASE)
_WRITES = {"update", "create", "get_or_create", "update_or_create", "aupdate", "acreate"}
_ASKS = {"Q", "When"}


def assigned_outside(sources: Sources) -> list[str]:
    """Places outside the engine that set a state."""
    return [
        f"{name}:{getattr(node, 'lineno', 0)} sets a state"
        for name, text in sources.items()
        if not name.startswith(ENGINE)
        for node in ast.walk(ast.parse(text))
        if _sets(node)
    ]


def _sets(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr == "state" and isinstance(node.ctx, (ast.Store, ast.Del))
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return bool(_SQL.search(node.value))
    return isinstance(node, ast.Call) and _call_sets(node)


def _call_sets(call: ast.Call) -> bool:
    named = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if named == "setattr":
        return any(_says(argument) for argument in call.args[1:2])
    if named == "bulk_update":
        return any(_says(part) for part in ast.walk(call))
    is_made = named[:1].isupper() and named not in _ASKS
    return (named in _WRITES or is_made) and _has_state(call)


def _has_state(call: ast.Call) -> bool:
    """Among its keywords, or in a dictionary that one of them gives."""
    parts = [part for keyword in call.keywords for part in ast.walk(keyword.value)]
    keys = [key for part in parts if isinstance(part, ast.Dict) for key in part.keys]
    is_keyword = any(keyword.arg == "state" for keyword in call.keywords)
    return is_keyword or any(_says(key) for key in keys if key)


def _says(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value == "state"
