"""The notices' app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    """Registers the notices and the printed list in the rail."""

    name = "renda.kernel.notices"
    label = "notices"

    def ready(self) -> None:
        """Offer the inbox to everyone signed in."""
        from renda.kernel.notices.queries import unread_count
        from renda.kernel.options.declaring import group
        from renda.kernel.pages import rail
        from renda.kernel.permits.who import signed_in

        group("notices", _("Notices"))
        rail.add(
            rail.Entry(
                label=_("Notices"),
                icon="bell",
                url_name="notices:inbox",
                to=signed_in,
                count=unread_count,
                order=80,
            )
        )
