"""Who comes to the registers at all: whoever may read one of them."""

from django.utils.translation import gettext_lazy as _

from renda.kernel.permits.actor import Actor
from renda.kernel.permits.who import who
from renda.kernel.registers.register import REGISTERS


@who(_("whoever keeps or reads a register"))
def reads_registers(actor: Actor, _subject: object) -> bool:
    """The administrator, the offices, the chairpersons: as each register says."""
    return any(register.reads(actor) for register in REGISTERS.values())
