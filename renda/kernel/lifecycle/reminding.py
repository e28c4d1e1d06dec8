"""The nightly look at every running clock: nearly up, or run out; each said once.

Reminders count to the law's own day, overdue begins after the last lawful one (build-notes 10).
"""

import logging
from datetime import date, timedelta
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Exists, OuterRef

from renda.kernel.clock.calendars import calendar_of
from renda.kernel.clock.left import SOON_DAYS, SOON_WORKING_DAYS
from renda.kernel.clock.models import Deadline
from renda.kernel.clock.spans import WorkingDays
from renda.kernel.lifecycle.models import Reminded
from renda.kernel.lifecycle.registry import LIVES
from renda.kernel.moment import now, today
from renda.kernel.notices.outbox import tell
from renda.kernel.trail.record import record

log = logging.getLogger("renda.work")
SOON, OVERDUE = "remind", "overdue"


def remind() -> int:
    """Give every reminder that is due and was not given; returns how many."""
    day, given = today(), 0
    failed: list[Exception] = []
    late = Deadline.objects.overdue(day).filter(~_was_given(OVERDUE))
    soon = Deadline.objects.running().filter(
        ~_was_given(SOON), statutory_on__lte=day + timedelta(days=SOON_DAYS), latest_on__gte=day
    )
    for kind, rows in ((OVERDUE, late), (SOON, soon)):
        for deadline in rows.order_by("congress_id", "id"):
            if kind == OVERDUE or _is_soon(deadline, day):
                given += _give_or_note(deadline, kind, failed)
    if failed:
        raise failed[0]  # the night's job says so, and is tried again
    return given


def _give_or_note(deadline: Deadline, kind: str, failed: list[Exception]) -> bool:
    """One bad row must not silence the others."""
    try:
        return _give(deadline.pk, kind)
    except Exception as fault:
        log.exception("no reminder for %s", deadline)
        failed.append(fault)
        return False


def _was_given(kind: str) -> Exists:
    return Exists(Reminded.objects.filter(deadline=OuterRef("pk"), kind=kind))


def _is_soon(deadline: Deadline, day: date) -> bool:
    """Within ten days, but not before half of the time is over; working days within five."""
    if isinstance(deadline.length, WorkingDays):
        calendar = calendar_of(deadline.congress_id)
        left = calendar.working_days_between(day, deadline.statutory_on)
        return left <= min(SOON_WORKING_DAYS, deadline.length.n // 2)
    whole = (deadline.statutory_on - deadline.started_on).days
    return (deadline.statutory_on - day).days <= min(SOON_DAYS, whole // 2)


@transaction.atomic
def _give(deadline_id: int, kind: str) -> bool:
    # The clock may have stopped since the list was read: its row is read again under lock.
    deadline = Deadline.objects.select_for_update().filter(pk=deadline_id).first()
    if deadline is None or not deadline.is_running:
        return False
    _row, is_new = Reminded.objects.get_or_create(
        deadline=deadline, kind=kind, defaults={"given_at": now()}
    )
    life = LIVES.get(deadline.subject_type)
    subject: Any = _subject(deadline) if is_new and life else None
    if subject is None or life is None:
        return False
    event = record(
        subject,
        f"{life.name}.{kind}",
        congress_id=deadline.congress_id,
        actor_id=None,
        version=subject.version,
        before=subject.state,
        after=subject.state,
        said={"clock": deadline.name},
    )
    tell(event, subject, of=f"{life.name}.{kind} {deadline.name}")
    return True


def _subject(deadline: Deadline) -> Any:
    model = apps.get_model(deadline.subject_type)
    return model._default_manager.filter(pk=deadline.subject_id).first()
