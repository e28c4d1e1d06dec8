"""A register whose rows lie below one another: drawn as a tree, each row under the one it is of."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from renda.kernel.registers.register import Register

ALL = slice(None)


def window(register: Register, found: Any, part: slice = ALL) -> tuple[int, list[Any]]:
    """How many were found, and a part of them as the list shows them; in a tree each knows its
    `depth`."""
    if not register.tree:
        return found.count(), list(found[part])
    places = arranged(found.values_list("pk", f"{register.tree}_id"))
    rows = found.in_bulk([pk for pk, _depth in places[part]])
    for pk, depth in places[part]:
        rows[pk].depth = min(depth, 3)
    return len(places), [rows[pk] for pk, _depth in places[part]]


def arranged(pairs: Iterable[tuple[int, int | None]]) -> list[tuple[int, int]]:
    """Ids with their depth, each row behind the one it belongs to; `pairs` are (id, id of the row
    above) in the order that neighbours shall have.

    A row whose upper one is not among them stands at the top, and so does a ring of rows that name
    each other: nothing that was found may be missing from the list.
    """
    rows = list(pairs)
    known = {pk for pk, _above in rows}
    below: dict[int | None, list[int]] = defaultdict(list)
    for pk, above in rows:
        below[above if above in known else None].append(pk)
    placed: dict[int, int] = {}
    _place(below[None], 0, below, placed)
    for pk, _above in rows:
        if pk not in placed:
            _place([pk], 0, below, placed)
    return list(placed.items())


def _place(
    rows: list[int], depth: int, below: dict[int | None, list[int]], placed: dict[int, int]
) -> None:
    for pk in rows:
        if pk not in placed:
            placed[pk] = depth
            _place(below[pk], depth + 1, below, placed)
