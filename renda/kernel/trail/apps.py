"""The trail's app: its triggers come back after every migration."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


def _arm(using: str, **_kwargs: Any) -> None:
    # SQLite's schema editor copies a table to alter it, and the triggers go with the old copy
    # (build-notes A2-2b): so they are set again after each migrate, whatever it did.
    from renda.kernel.trail import triggers

    if using == "default":
        triggers.arm(connections[using])


class TrailConfig(AppConfig):
    """Registers the trail."""

    name = "renda.kernel.trail"
    label = "trail"

    def ready(self) -> None:
        """Arm the triggers whenever the schema may have changed."""
        post_migrate.connect(_arm, sender=self)
