"""Small things: files, functions, branches, templates."""

import ast
from collections.abc import Iterator
from statistics import median

from tests.rules import Sources

FILE, FUNCTION, COMPLEXITY, TEMPLATE, MEDIAN = 300, 40, 10, 150, 60
LOOPS = (ast.For, ast.While, ast.comprehension)
BRANCHES = (ast.If, ast.IfExp, *LOOPS, ast.ExceptHandler, ast.match_case)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def long_files(sources: Sources, most: int = FILE) -> list[str]:
    """Files of more lines than allowed."""
    return [f"{name}: {n} lines" for name, text in sources.items() if (n := lines(text)) > most]


def long_templates(sources: Sources) -> list[str]:
    """Templates of more lines than allowed."""
    return long_files(sources, TEMPLATE)


def long_functions(sources: Sources) -> list[str]:
    """Functions of more than 40 lines, decorators not counted."""
    return [
        f"{name}:{f.lineno} {f.name}: {n} lines"
        for name, f in _functions(sources)
        if (n := (f.end_lineno or 0) - f.lineno + 1) > FUNCTION
    ]


def complex_functions(sources: Sources) -> list[str]:
    """Functions with more than ten ways through them."""
    return [
        f"{name}:{f.lineno} {f.name}: complexity {n}"
        for name, f in _functions(sources)
        if (n := _ways(f)) > COMPLEXITY
    ]


def middle(sources: Sources) -> float:
    """The length of the median file."""
    return median(lines(text) for text in sources.values() if text)


def lines(text: str) -> int:
    """How many lines a text has."""
    return len(text.splitlines())


def _functions(sources: Sources) -> Iterator[tuple[str, Function]]:
    for name, text in sources.items():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, Function):
                yield name, node


def _ways(function: Function) -> int:
    """One, and one more for each branch; a function inside another counts for itself."""
    ways, waiting = 1, list(ast.iter_child_nodes(function))
    while waiting:
        node = waiting.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            continue
        ways += isinstance(node, BRANCHES)
        waiting += ast.iter_child_nodes(node)
    return ways
