"""The exchange's app."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """Keeps the runs."""

    name = "renda.kernel.exchange"
    label = "exchange"
