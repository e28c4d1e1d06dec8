"""Is this house well? What a monitor asks, in one small answer."""

from datetime import timedelta
from typing import Any

from renda.kernel.clock.calendars import missing_year
from renda.kernel.moment import now, today
from renda.kernel.notices.outbox import oldest_waiting_minutes
from renda.kernel.notices.sending import failing_channels
from renda.kernel.work.models import Beat, Ran

SILENT_AFTER = timedelta(minutes=2)


def faults() -> list[str]:
    """What is wrong now, each as a word for machines; empty when all is well."""
    found = []
    beats = dict(Beat.objects.values_list("name", "at"))
    for name in ("worker", "scheduler"):
        if name not in beats or now() - beats[name] > SILENT_AFTER:
            found.append(f"{name}-silent")
    if oldest_waiting_minutes() > 10:
        found.append("notices-waiting")
    found += [f"{channel}-failing" for channel in failing_channels()]
    if missing_year(today()) is not None:
        found.append("calendar-missing")
    failed = Ran.objects.filter(on=today()).exclude(fault="").order_by("job")
    return found + [f"{job}-failed" for job in failed.values_list("job", flat=True)]


def answer() -> dict[str, Any]:
    """What /healthz says."""
    found = faults()
    return {"ok": not found, "faults": found}
