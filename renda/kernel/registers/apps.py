"""The registers' app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegistersConfig(AppConfig):
    """Registers the hub in the rail."""

    name = "renda.kernel.registers"
    label = "registers"

    def ready(self) -> None:
        """Offer the registers to whoever reads one."""
        from renda.kernel.pages import rail
        from renda.kernel.registers.permits import reads_registers

        rail.add(
            rail.Entry(
                label=_("Registers"),
                icon="people",
                url_name="registers:hub",
                to=reads_registers,
                order=60,
                is_desk_only=True,
            )
        )
