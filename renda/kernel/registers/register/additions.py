"""What other apps show and offer on the pages of a register."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from renda.kernel.permits.actor import Actor
from renda.kernel.registers.register.declared import Register
from renda.kernel.registers.register.shapes import Link

_additions: dict[str, list["Addition"]] = {}


Offers = Callable[[Register, Actor, Any], Sequence[Link]]


_beside: list[Offers] = []


def beside(offers: Offers) -> None:
    """Register what else the list of a register offers: `offers(register, actor, congress)`."""
    if offers not in _beside:
        _beside.append(offers)


def offered(register: Register, actor: Actor, congress: Any) -> list[Link]:
    """All that a register's list offers beside its rows."""
    own = list(register.list_links(actor, congress))
    return own + [link for offers in _beside for link in offers(register, actor, congress)]


@dataclass(frozen=True)
class Addition:
    """What a domain adds to the pages of another's rows, which lies below it and does not know it:
    a template, what it draws from (by names that the page has not yet), and links; on the rows
    that it `concerns`."""

    template: str
    more: Callable[..., dict[str, Any]]
    links: Callable[..., Sequence[Link]] = field(default=lambda actor, congress, row: ())
    concerns: Callable[[Any], bool] = field(default=lambda row: True)


def extend(key: str, addition: Addition) -> None:
    """Add something to the pages of a register's rows; apps call it when they are ready."""
    found = _additions.setdefault(key, [])
    if addition not in found:
        found.append(addition)


def additions_to(key: str, row: Any) -> list[Addition]:
    """What other domains add to the page of this row, in the order in which they came."""
    return [addition for addition in _additions.get(key, []) if addition.concerns(row)]
