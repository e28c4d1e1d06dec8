"""What a night sweeps away: files that were looked at and never taken in. (The bytes themselves
go with what no paper owns, `papers.sweeping`, after the same day.)"""

from datetime import timedelta

from renda.kernel.exchange.models import ImportRun
from renda.kernel.moment import now

KEPT = timedelta(days=1)


def sweep() -> int:
    """Remove them; returns how many."""
    return ImportRun.objects.filter(taken_at=None, uploaded_at__lt=now() - KEPT).delete()[0]
