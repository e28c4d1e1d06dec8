"""Places that came in from a file, and their paths put right."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from renda.congress.models import Region
from renda.kernel.exchange.saving import save, write_over


def put_regions(entries: Iterable[Any], _congress: Any = None, _actor: Any = None) -> None:
    """Write the entries of a file: new places, changed ones, what they were; then the paths.

    The run of the exchange is what the trail keeps; there is no event for each of 45,000 places.
    """
    said = list(entries)
    save(said)
    if any("parent" in entry.changed for entry in said):
        _put_paths_right()


def put_paths_back(rows: Iterable[Any], _congress: Any = None, _actor: Any = None) -> None:
    """After a run was undone: the paths of what went back to its old superior, with all below."""
    if any(isinstance(row, Region) and not row.is_void for row in rows):
        _put_paths_right()


def _put_paths_right() -> None:
    """Every path follows from the superiors: one look at the tree, one writing of what is wrong."""
    rows = {row.pk: row for row in Region.ever()}

    @cache
    def path_of(pk: int) -> str:
        row = rows[pk]
        return f"{path_of(row.parent_id) if row.parent_id else '/'}{row.code}/"

    wrong = [row for row in rows.values() if row.path != path_of(row.pk)]
    for row in wrong:
        row.path = path_of(row.pk)
    write_over(wrong, ["path"], house=())  # a version read without a lock is not written back
