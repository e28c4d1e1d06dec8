"""Every module says what it is; so does everything public in it."""

import ast
from collections.abc import Iterator

from tests.rules import Sources

Named = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def missing_in_modules(sources: Sources) -> list[str]:
    """Modules without a docstring."""
    return [name for name, text in sources.items() if not ast.get_docstring(ast.parse(text))]


def missing_in_public(sources: Sources) -> list[str]:
    """Public functions, classes and methods without one."""
    return [
        f"{name}:{node.lineno} {node.name}"
        for name, text in sources.items()
        for node in _public(ast.parse(text).body)
        if not ast.get_docstring(node)
    ]


def _public(body: list[ast.stmt]) -> Iterator[Named]:
    for node in body:
        if not isinstance(node, Named) or node.name.startswith("_") or node.name == "Meta":
            continue
        yield node
        if isinstance(node, ast.ClassDef):
            yield from _public(node.body)
