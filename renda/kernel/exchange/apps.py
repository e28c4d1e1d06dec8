"""The exchange's app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExchangeConfig(AppConfig):
    """Keeps the runs; tells the histories, the proof of the trail and the hub of them."""

    name = "renda.kernel.exchange"
    label = "exchange"

    def ready(self) -> None:
        """Hand the registers and the trail what they must not import."""
        from renda.kernel.exchange import offering, permits, telling
        from renda.kernel.registers import history, hub, register
        from renda.kernel.trail import verify

        history.also(telling.history)
        verify.also(telling.faults)
        register.beside(offering.imports_of)
        hub.add(
            hub.Tile(
                name=_("Take a table in"),
                about=_(
                    "Excel and WPS tables as they are: looked at first, and undone if need be."
                ),
                icon="upload",
                group="files",
                url_name="exchange:tables",
                to=permits.takes_files_in,
            )
        )
