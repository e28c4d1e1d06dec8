"""The row that an address names, for whoever may."""

from typing import Any

from django.http import Http404
from django.urls import reverse

from renda.kernel.pages.request import Request
from renda.kernel.registers.register import (
    Register,
    writable,
)


def may_enter(request: Request, register: str) -> Register:
    """The register, for whoever may enter a row; 404 otherwise."""
    kept = writable(register, request.actor)
    if not kept.can_add:
        raise Http404
    return kept


def standing_row(request: Request, register: Register, pk: int) -> Any:
    """The standing row of an address; 404 for who may not see it."""
    found = register.rows(request.actor).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def row_ever(request: Request, register: Register, pk: int) -> Any:
    """The row, though it be withdrawn: whoever keeps the register reads it and may undo it."""
    if register.keeps(request.actor):
        void = register.withdrawn(request.actor).filter(pk=pk).first()
        if void is not None:
            return void
    return standing_row(request, register, pk)


def row_address(request: Request, register: Register, pk: int) -> str:
    """The address of a row's page."""
    return reverse("registers:row", args=[request.congress.slug, register.key, pk])
