"""A register whose rows lie below one another: drawn as a tree, each row under the one it is of."""

from collections import defaultdict
from collections.abc import Iterable


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
