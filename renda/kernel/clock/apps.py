"""The clock's app."""

from django.apps import AppConfig


class ClockConfig(AppConfig):
    """Registers the clock."""

    name = "renda.kernel.clock"
    label = "clock"
