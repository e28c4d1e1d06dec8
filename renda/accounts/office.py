"""Whom to call when signing in fails. Congresses are above: they register how to ask them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.http import HttpRequest


@dataclass(frozen=True)
class Line:
    """An office that keeps accounts, and its telephone."""

    name: str
    phone: str


Source = Callable[[HttpRequest], Iterable[Line]]
_sources: list[Source] = []


def register(source: Source) -> None:
    """Offer the telephones of offices; apps call it when they are ready."""
    if source not in _sources:
        _sources.append(source)


def lines(request: HttpRequest) -> list[Line]:
    """Whom to call, for this request; empty when nobody has said."""
    return [line for source in _sources for line in source(request) if line.phone]


def house_name(request: HttpRequest) -> str:
    """What an authenticator app and a browser call this house: its office when there is one only,
    else its address."""
    names = {line.name for line in lines(request)}
    return names.pop() if len(names) == 1 else request.get_host()
