"""Which congress a command means. The kernel knows none; whoever does registers itself."""

from collections.abc import Callable
from typing import Any

_loads: list[Callable[[str], Any]] = []


def register(loads: Callable[[str], Any]) -> None:
    """`loads(slug)` gives the congress with this address, or None."""
    _loads[:] = [loads]


def named(slug: str) -> Any:
    """The congress with this address, or None."""
    return _loads[0](slug) if _loads else None
