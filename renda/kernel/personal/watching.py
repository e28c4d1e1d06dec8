"""Who is told that data was copied or erased: the security log, which lies above the kernel."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

Watch = Callable[[HttpRequest, str], Any]
_watches: list[Watch] = []


def register(watch: Watch) -> None:
    """`watch(request, detail)` is called in the act's own transaction."""
    if watch not in _watches:
        _watches.append(watch)


def copied(request: HttpRequest, detail: str) -> None:
    """A copy was handed out, or data erased: of whom, as an id."""
    for watch in _watches:
        watch(request, detail)
