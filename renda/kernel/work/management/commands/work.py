"""The worker: delivers what steps have left in the outbox."""

from typing import Any

from django.core.management.base import BaseCommand

from renda.kernel.notices.outbox import deliver
from renda.kernel.work.loop import forever


class Command(BaseCommand):
    """One worker; ./run starts it again when it dies."""

    help = "Deliver waiting notices until told to stop."

    def handle(self, *args: Any, **options: Any) -> None:
        """Work."""
        forever("worker", deliver, pause=0.5)
