"""The registers there are, for whom they are to read or to keep."""

from django.http import Http404

from renda.kernel.permits.actor import Actor
from renda.kernel.registers.register.declared import Register

REGISTERS: dict[str, "Register"] = {}


def add(register: Register) -> None:
    """Declare a register; apps call it when they are ready."""
    REGISTERS.setdefault(register.key, register)


def readable(key: str, actor: Actor) -> Register:
    """The register with this address. Raises Http404 for one that this actor may not know of."""
    register = REGISTERS.get(key)
    if register is None or not register.reads(actor):
        raise Http404
    return register


def writable(key: str, actor: Actor) -> Register:
    """The register, for whoever keeps it. Raises Http404 for anybody else."""
    register = readable(key, actor)
    if not register.keeps(actor):
        raise Http404
    return register
