"""What the pages of a register show: the cells of a row, one page of a list, its filters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from renda.kernel.pages.request import Request
from renda.kernel.permits.actor import Actor
from renda.kernel.registers.register import WITHDRAWN, Column, Register
from renda.kernel.registers.tree import window

PAGE = 50


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, and how its column is shown."""

    value: Any
    label: str
    is_title: bool
    is_desk: bool
    is_name: bool = False

    @property
    def is_bare(self) -> bool:
        """A figure or a day says nothing where the head of its column is not seen, on a phone."""
        return isinstance(self.value, int | date)


@dataclass(frozen=True)
class Sheet:
    """One page of a list: how many rows there are in all, which page this is, its rows."""

    total: int
    number: int
    rows: list[Any]

    @property
    def is_last(self) -> bool:
        """Whether no row comes after this page."""
        return self.number * PAGE >= self.total


def cells(columns: Sequence[Column], found: Any) -> list[Cell]:
    """What a row says under these columns."""
    return [Cell(c.value(found), str(c.label), c.is_title, c.is_desk, c.is_name) for c in columns]


def sheet(register: Register, found: Any, asked: str) -> Sheet:
    """The page that was asked for, or the last; in a tree each row knows its `depth`."""
    number = max(int(asked[:6]), 1) if asked.isascii() and asked.isdecimal() else 1
    total, rows = window(register, found, _of_page(number))
    if total and not rows:  # the list has become shorter
        number = -(-total // PAGE)
        total, rows = window(register, found, _of_page(number))
    return Sheet(total, number, rows)


def chips(register: Register, actor: Actor, current: str) -> list[dict[str, Any]]:
    """The saved filters; who keeps the register also finds what was withdrawn, if anything was."""
    offered = [(chip.name, chip.label) for chip in register.chips]
    if register.keeps(actor) and register.withdrawn(actor).exists():
        offered.append((WITHDRAWN, _("Withdrawn")))
    if not offered:
        return []
    usual = register.first.label if register.first else _("All")
    is_usual = current not in {name for name, _label in offered}
    return [{"label": usual, "url": "?", "is_current": is_usual}] + [
        {"label": label, "url": f"?show={name}", "is_current": name == current}
        for name, label in offered
    ]


def address(request: Request, number: int | None) -> str:
    """The query of this list, of another of its pages."""
    kept = {name: request.GET[name] for name in ("q", "show") if request.GET.get(name)}
    return "?" + urlencode(kept | ({"page": str(number)} if number else {}))


def _of_page(number: int) -> slice:
    return slice((number - 1) * PAGE, number * PAGE)
