"""The portal's app."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Registers the public pages."""

    name = "renda.portal"
    label = "portal"
