"""Is this house well? What a monitor asks, in one small answer."""

from datetime import date, timedelta
from typing import Any

from renda.kernel.clock.moment import now, today
from renda.kernel.clock.running import calendar_of
from renda.kernel.notices.outbox import oldest_waiting_minutes
from renda.kernel.work.models import Beat

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
    if _next_year_is_missing(today()):
        found.append("calendar-missing")
    return found


def _next_year_is_missing(day: date) -> bool:
    # The State Council's notice comes in November; from 1 December its lack is a fault.
    wanted = day.year + 1 if day.month == 12 else day.year
    return wanted not in calendar_of(None).published


def answer() -> dict[str, Any]:
    """What /healthz says."""
    found = faults()
    return {"ok": not found, "faults": found}
