"""The page that leads to all registers, and to what domains lay beside them."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from renda.kernel.pages.request import Request
from renda.kernel.permits.who import Who
from renda.kernel.registers.register import REGISTERS


@dataclass(frozen=True)
class Tile:
    """A page that is no register: an import, the local rules, a change of term."""

    name: Any
    about: Any
    icon: str
    group: str
    url_name: str
    to: Who
    place: int = 50


@dataclass(frozen=True)
class Door:
    """A tile as the page shows it."""

    name: str
    about: str
    icon: str
    url: str
    place: int


_tiles: list[Tile] = []
GROUPS: dict[str, Any] = {}  # heading by key, in the order in which they were named


def heading(key: str, label: Any) -> None:
    """Name a group of tiles; apps call it when they are ready, lower floors first."""
    GROUPS.setdefault(key, label)


def add(tile: Tile) -> None:
    """Offer a page beside the registers."""
    if tile not in _tiles:
        _tiles.append(tile)


def doors(request: Request) -> list[tuple[str, list[Door]]]:
    """What this person may open, by group."""
    here = [request.congress.slug]
    found: dict[str, list[Door]] = {key: [] for key in GROUPS}
    for register in REGISTERS.values():
        if register.reads(request.actor):
            url = reverse("registers:list", args=[*here, register.key])
            found.setdefault(register.group, []).append(
                Door(str(register.name), str(register.about), register.icon, url, register.place)
            )
    for tile in _tiles:
        if tile.to(request.actor):
            url = reverse(tile.url_name, args=here)
            found.setdefault(tile.group, []).append(
                Door(str(tile.name), str(tile.about), tile.icon, url, tile.place)
            )
    return [
        (str(GROUPS.get(key, key)), sorted(there, key=lambda d: d.place))
        for key, there in found.items()
        if there
    ]
