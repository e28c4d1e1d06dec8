"""The lifecycle's app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LifecycleConfig(AppConfig):
    """Registers the engine's own rows."""

    name = "renda.kernel.lifecycle"
    label = "lifecycle"

    def ready(self) -> None:
        """Name its local rules."""
        from renda.kernel.options.declaring import group

        group("lifecycle", _("All processes"))
