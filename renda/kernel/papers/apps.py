"""The papers' app."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    """Registers the proof that no kept paper was altered or lost."""

    name = "renda.kernel.papers"
    label = "papers"

    def ready(self) -> None:
        """`verify` reads the papers too."""
        from renda.kernel.papers.proving import file_faults
        from renda.kernel.trail.verify import also

        also(file_faults)
