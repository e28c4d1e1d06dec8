"""The numbers' app."""

from django.apps import AppConfig


class NumbersConfig(AppConfig):
    """Registers the series."""

    name = "renda.kernel.numbers"
    label = "numbers"
