"""A register, declared once by its domain: who reads it, who keeps it, what its list shows."""

from renda.kernel.registers.register.additions import (
    Addition,
    _additions,
    additions_to,
    beside,
    extend,
    offered,
)
from renda.kernel.registers.register.declared import WITHDRAWN, Register
from renda.kernel.registers.register.found import REGISTERS, add, readable, writable
from renda.kernel.registers.register.shapes import Chip, Column, Link, Mark, Telephone

__all__ = [
    "REGISTERS",
    "WITHDRAWN",
    "Addition",
    "Chip",
    "Column",
    "Link",
    "Mark",
    "Register",
    "Telephone",
    "_additions",
    "add",
    "additions_to",
    "beside",
    "extend",
    "offered",
    "readable",
    "writable",
]
