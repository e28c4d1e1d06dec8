"""What a list shows and what a permit allows must be the same."""

from collections.abc import Callable, Iterable
from typing import Any


def disagreements(
    who: str, listed: Iterable[Any], everything: Iterable[Any], allows: Callable[[Any], bool]
) -> list[str]:
    """Items that are listed and not allowed, or allowed and not listed."""
    shown = {item.pk for item in listed}
    return [
        f"{who}: {item.pk} ({item.state}) is {'shown' if item.pk in shown else 'hidden'}"
        for item in everything
        if (item.pk in shown) != bool(allows(item))
    ]
