"""The import that a register's list offers."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from renda.kernel.exchange.table import TABLES
from renda.kernel.permits.actor import Actor
from renda.kernel.registers.register import Link, Register


def imports_of(register: Register, actor: Actor, congress: Any) -> list[Link]:
    """The tables that come into this register, for whoever takes them in."""
    return [
        Link(
            _("Take a table in"),
            reverse("exchange:table", args=[congress.slug, table.key]),
            "upload",
        )
        for table in TABLES.values()
        if table.register == register.key and table.to(actor)
    ]
