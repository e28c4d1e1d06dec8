"""Nightly jobs: each runs once a day, after one o'clock, whichever machine is first."""

import logging
from collections.abc import Callable
from datetime import timedelta

from django.db import IntegrityError, transaction

from renda.kernel.moment import now
from renda.kernel.work.models import Ran

log = logging.getLogger("renda.work")
HOUR = 1  # the day's work begins when nobody is at a desk
GIVEN_UP_AFTER = timedelta(hours=2)

Job = Callable[[], object]
_nightly: dict[str, Job] = {}


def nightly(name: str, job: Job) -> None:
    """Register a job. It must be safe to run again: a killed run is repeated."""
    _nightly[name] = job


def run_due() -> list[str]:
    """Run today's jobs that nobody has run yet; returns their names."""
    moment = now()
    if moment.hour < HOUR:
        return []
    return [name for name, job in _nightly.items() if _run_once(name, job)]


def _run_once(name: str, job: Job) -> bool:
    row = _claim(name)
    if row is None:
        return False
    try:
        job()
        row.fault = ""
    except Exception as fault:  # one job's fault must not keep the others from running
        log.exception("nightly job %s failed", name)
        row.fault = repr(fault)[:2000]
    # What failed has not ended: it is tried again like a run that was killed.
    row.ended_at = None if row.fault else now()
    row.save(update_fields=["ended_at", "fault"])
    return True


def _claim(name: str) -> Ran | None:
    moment = now()
    try:
        with transaction.atomic():
            return Ran.objects.create(job=name, on=moment.date(), began_at=moment)
    except IntegrityError:
        # A run that began and never ended was killed; the compare-and-set lets one take it over.
        stale = Ran.objects.filter(
            job=name, on=moment.date(), ended_at=None, began_at__lt=moment - GIVEN_UP_AFTER
        )
        mine = stale.update(began_at=moment) == 1
        return Ran.objects.get(job=name, on=moment.date()) if mine else None
