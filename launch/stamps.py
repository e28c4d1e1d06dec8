"""Stamps: what was made from which contents, so that a second start makes nothing again."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def digest(files: Iterable[Path], *words: str) -> str:
    """A hash over the names and contents of these files, and over the words beside them.

    Contents, not times: a fresh clone and a pull set every time anew.
    """
    total = hashlib.sha256()
    for path in sorted(files):
        total.update(f"{path}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    total.update("\0".join(words).encode())
    return total.hexdigest()


def is_fresh(stamp: Path, want: str) -> bool:
    """Whether the stamp says that this was made from just these contents."""
    try:
        return stamp.read_text(encoding="utf-8").strip() == want
    except OSError:
        return False


def put(stamp: Path, want: str) -> None:
    """Write a stamp; only after the work is done, so that interrupted work is done again."""
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(want + "\n", encoding="utf-8")
