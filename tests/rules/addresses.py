"""Addresses: all of them, who made them, and whether what they answer is what the table says."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Address:
    """One address of the house: its name (or, without one, its route) and its view."""

    name: str
    route: str
    view: Any


def walk(patterns: Iterable[Any], before: str = "", namespace: str = "") -> Iterator[Address]:
    """Every address below these patterns of a resolver."""
    for found in patterns:
        route = before + str(found.pattern)
        if hasattr(found, "url_patterns"):
            inner = f"{namespace}{found.namespace}:" if found.namespace else namespace
            yield from walk(found.url_patterns, route, inner)
        else:
            name = f"{namespace}{found.name}" if found.name else route
            yield Address(name, route, found.callback)


def unlisted(addresses: Iterable[Address], *tables: Iterable[str]) -> list[str]:
    """Addresses in none of the tables, and rows of the tables without an address."""
    there, listed = {a.name for a in addresses}, {name for table in tables for name in table}
    return [f"{n} is not listed" for n in sorted(there - listed)] + [
        f"{n} is listed and does not exist" for n in sorted(listed - there)
    ]


def without_permit(addresses: Iterable[Address], exempt: Iterable[str]) -> list[str]:
    """Addresses that neither `@page` nor `@act` made, but for those written down."""
    return [a.name for a in addresses if not hasattr(a.view, "to") and a.name not in set(exempt)]


def differences(wanted: Mapping[str, str], got: Mapping[str, str]) -> list[str]:
    """Who gets another answer than the table says."""
    return [
        f"{who}: {got.get(who)}, not {code}" for who, code in wanted.items() if got.get(who) != code
    ]
