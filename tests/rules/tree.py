"""The tree as the rules see it: which files are ours."""

import os
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = ("renda", "config", "launch")
# What no clone has: made here, or installed here.
MADE = {".git", ".venv", "var", "static_root", "__pycache__", ".hypothesis", "node_modules"}


def files(root: Path = ROOT) -> Iterator[Path]:
    """Every file that is ours."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in MADE and not f.endswith("_cache"))
        yield from (Path(folder) / name for name in sorted(names))


def named(path: Path, root: Path = ROOT) -> str:
    """A file as a fault calls it."""
    return path.relative_to(root).as_posix()


def texts(root: Path = ROOT) -> dict[str, str]:
    """Every file of ours that is text."""
    found = {}
    for path in files(root):
        try:
            found[named(path, root)] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return found


def python(root: Path = ROOT, *, tests: bool = False, migrations: bool = False) -> dict[str, str]:
    """Our Python; with `tests` the tests' too. Migrations are written by Django."""
    found = {}
    for name, text in texts(root).items():
        parts = Path(name).parts
        is_script = len(parts) == 1 and text.startswith("#!/usr/bin/env py")
        is_python = is_script or name.endswith(".py")
        is_test = parts[0] == "tests" or "tests" in parts or parts[-1] == "conftest.py"
        if not is_python or ("migrations" in parts and not migrations):
            continue
        if tests or not is_test:
            found[name] = text
    return found


def templates(root: Path = ROOT) -> dict[str, str]:
    """Every template, by the name a view calls it."""
    folder = root / "templates"
    return {named(p, folder): p.read_text(encoding="utf-8") for p in sorted(folder.rglob("*.*"))}
