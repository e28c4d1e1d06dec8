"""The lifecycle's app."""

from django.apps import AppConfig


class LifecycleConfig(AppConfig):
    """Registers the engine's own rows."""

    name = "renda.kernel.lifecycle"
    label = "lifecycle"
