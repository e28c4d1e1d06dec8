"""Who wants to know of a refused page, and of a list that went out: the security log registers
itself, the kernel keeps none."""

from collections.abc import Callable

from django.http import HttpRequest

_watchers: list[Callable[[HttpRequest], None]] = []
_exports: list[Callable[[HttpRequest, str], None]] = []


def register(watcher: Callable[[HttpRequest], None]) -> None:
    """Be told of every 403."""
    if watcher not in _watchers:
        _watchers.append(watcher)


def refused(request: HttpRequest) -> None:
    """Tell them."""
    for watcher in _watchers:
        watcher(request)


def register_export(watcher: Callable[[HttpRequest, str], None]) -> None:
    """Be told of every list that goes out, and what it was."""
    if watcher not in _exports:
        _exports.append(watcher)


def exported(request: HttpRequest, detail: str) -> None:
    """Tell them."""
    for watcher in _exports:
        watcher(request, detail)
