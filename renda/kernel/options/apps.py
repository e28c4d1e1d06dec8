"""The options' app."""

from django.apps import AppConfig


class OptionsConfig(AppConfig):
    """Keeps what congresses have set."""

    name = "renda.kernel.options"
    label = "options"
