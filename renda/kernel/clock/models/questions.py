"""What one may ask about deadlines."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from renda.kernel.moment import BEIJING


class DeadlineQuerySet(models.QuerySet[Any]):
    """Deadlines, by question. Start from a congress: `Deadline.objects.at_congress(5)`."""

    def at_congress(self, congress_id: int) -> "DeadlineQuerySet":
        """Those of one congress."""
        return self.filter(congress_id=congress_id)

    def of(self, subject: Any) -> "DeadlineQuerySet":
        """Those of one subject."""
        return self.filter(subject_type=subject._meta.label_lower, subject_id=subject.pk)

    def of_many(self, label: str, ids: Iterable[int]) -> "DeadlineQuerySet":
        """Those of many subjects of one kind, for a list in one query."""
        return self.filter(subject_type=label, subject_id__in=ids)

    def named(self, name: str) -> "DeadlineQuerySet":
        """Those of one clock."""
        return self.filter(name=name)

    def running(self) -> "DeadlineQuerySet":
        """Neither stopped nor taken back."""
        return self.filter(stopped_on=None, is_void=False)

    def standing(self) -> "DeadlineQuerySet":
        """Running or stopped, but not taken back and not replaced: what figures count."""
        later = self.model._default_manager.filter(replaces=OuterRef("pk"), is_void=False)
        return self.filter(~Exists(later), is_void=False)

    def overdue(self, when: date) -> "DeadlineQuerySet":
        """Running past the last lawful day; for a moment, hours are judged to the minute."""
        late = Q(latest_on__lt=_day(when))
        if isinstance(when, datetime):
            late = Q(at=None) & late | Q(at__lt=when)
        return self.running().filter(late)

    def due_soon(self, today: date, days: int) -> "DeadlineQuerySet":
        """Running, not overdue, and the law's day comes within so many days or has come."""
        return self.running().filter(
            statutory_on__lte=today + timedelta(days=days), latest_on__gte=today
        )

    def stopped_late(self) -> "DeadlineQuerySet":
        """Stopped after the last lawful day."""
        return self.standing().filter(stopped_on__gt=F("latest_on"))

    def stopped_in_time(self) -> "DeadlineQuerySet":
        """Stopped on the last lawful day or before."""
        return self.standing().filter(stopped_on__lte=F("latest_on"))

    def provisional(self) -> "DeadlineQuerySet":
        """Running by a guess, for want of a year's notice."""
        return self.running().filter(is_provisional=True)


def _day(when: date) -> date:
    return when.astimezone(BEIJING).date() if isinstance(when, datetime) else when
