"""The pages' app."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """Registers the pages' own rows."""

    name = "renda.kernel.pages"
    label = "pages"
