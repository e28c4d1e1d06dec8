"""The worker: delivers what steps have left in the outbox, and sends what may leave the house."""

from typing import Any

from django.core.management.base import BaseCommand

from renda.kernel.notices.outbox import deliver
from renda.kernel.notices.sending import send_due
from renda.kernel.work.loop import forever


class Command(BaseCommand):
    """One worker; ./run starts it again when it dies."""

    help = "Deliver waiting notices until told to stop."

    def handle(self, *args: Any, **options: Any) -> None:
        """Work."""
        forever("worker", lambda: deliver() + send_due(), pause=0.5)
