"""The scheduler: runs the nightly jobs, each once a day however many machines there are."""

from typing import Any

from django.core.management.base import BaseCommand

from renda.kernel.work.jobs import run_due
from renda.kernel.work.loop import forever


class Command(BaseCommand):
    """One scheduler; ./run starts it again when it dies."""

    help = "Run the nightly jobs until told to stop."

    def handle(self, *args: Any, **options: Any) -> None:
        """Keep time."""
        forever("scheduler", run_due, pause=20.0)
