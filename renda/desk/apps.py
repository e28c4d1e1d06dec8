"""The desk's app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    """The first place in the rail, with its count."""

    name = "renda.desk"
    label = "desk"

    def ready(self) -> None:
        """Offer the desk to whoever works here."""
        from renda.kernel.pages import rail
        from renda.suggestions.permits import works_here
        from renda.suggestions.waiting import waiting_count

        rail.add(
            rail.Entry(
                label=_("To do"),
                icon="inbox",
                url_name="desk:home",
                to=works_here,
                count=waiting_count,
                order=10,
            )
        )
