"""Counting again what runs, when a notice has come or a place has changed its days off."""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from renda.kernel.clock.calendars import calendar_of
from renda.kernel.clock.counting import Counted
from renda.kernel.clock.models import Deadline
from renda.kernel.clock.running import replace
from renda.kernel.moment import today


@dataclass
class Recounted:
    """What a recount did. `changed` are pairs of old and new rows; `settled` kept their dates and
    are certain now; `earlier` were left as they are, with what they would become."""

    changed: list[tuple[Deadline, Deadline]] = field(default_factory=list)
    settled: list[Deadline] = field(default_factory=list)
    earlier: list[tuple[Deadline, Counted]] = field(default_factory=list)


@transaction.atomic
def recompute(congress_id: int) -> Recounted:
    """Count a congress's running deadlines again by today's calendar.

    What ends later gets a new row that replaces the old. Nothing somebody was told is shortened
    without a person's decision (calendar.md 5.3): such rows are left and handed back.
    """
    calendar, done = calendar_of(congress_id), Recounted()
    for row in Deadline.objects.at_congress(congress_id).running().select_for_update():
        counted = row.length.count(row.started_at or row.started_on, calendar)
        _settle(row, counted, done)
    return done


def congresses_with_clocks() -> list[int]:
    """The congresses in which something runs."""
    running = Deadline.objects.running().order_by("congress_id")
    return list(running.values_list("congress_id", flat=True).distinct())


def _settle(row: Deadline, counted: Counted, done: Recounted) -> None:
    now, before = (counted.statutory, counted.latest), (row.statutory_on, row.latest_on)
    if now == before:
        if row.is_provisional and not counted.is_provisional:
            row.is_provisional = False
            row.save(update_fields=["is_provisional"])
            done.settled.append(row)
    elif now[0] < before[0] or now[1] < before[1]:
        done.earlier.append((row, counted))
    else:
        reason = _("Counted again because the calendar of days off has changed.")
        done.changed.append((row, replace(row, counted, stopped_on=today(), reason=reason)))
