"""The words' app."""

from django.apps import AppConfig


class WordsConfig(AppConfig):
    """Registers the commands `catalogue` and `glossary`."""

    name = "renda.kernel.words"
    label = "words"
