"""The app of personal data: what the kernel itself holds of people."""

from django.apps import AppConfig


class PersonalConfig(AppConfig):
    """Registers notices, unsent text and papers."""

    name = "renda.kernel.personal"
    label = "personal"

    def ready(self) -> None:
        """The domains register theirs themselves."""
        from renda.kernel.personal import own

        own.declare()
