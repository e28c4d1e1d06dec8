"""Who wants to know of a refused page: the security log registers itself; the kernel keeps none."""

from collections.abc import Callable

from django.http import HttpRequest

_watchers: list[Callable[[HttpRequest], None]] = []


def register(watcher: Callable[[HttpRequest], None]) -> None:
    """Be told of every 403."""
    if watcher not in _watchers:
        _watchers.append(watcher)


def refused(request: HttpRequest) -> None:
    """Tell them."""
    for watcher in _watchers:
        watcher(request)
