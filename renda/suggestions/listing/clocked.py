"""What is due soon, and what is late."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from renda.kernel.clock.left import SOON_DAYS
from renda.kernel.clock.models import Deadline
from renda.suggestions.models import Handling, Suggestion

SUGGESTION, HANDLING = "suggestions.suggestion", "suggestions.handling"


# Whose clocks count: an organ looks at its own ones (their ids), everyone else at all (None).
Whose = set[int] | None


def _with_clocks(
    rows: QuerySet[Suggestion], clocks: QuerySet[Any], whose: Whose
) -> QuerySet[Suggestion]:
    own = clocks.filter(subject_type=SUGGESTION).values("subject_id")
    parts = clocks.filter(subject_type=HANDLING).values("subject_id")
    handled = Handling.objects.filter(pk__in=parts)
    if whose is not None:
        handled = handled.filter(organ_id__in=whose)
    return rows.filter(Q(pk__in=own) | Q(pk__in=handled.values("suggestion_id")))


def due_soon(
    rows: QuerySet[Suggestion], congress_id: int, day: date, whose: Whose = None
) -> QuerySet[Suggestion]:
    """即将到期: a clock's legal day comes within ten days."""
    clocks = Deadline.objects.at_congress(congress_id).due_soon(day, SOON_DAYS)
    return _with_clocks(rows, clocks, whose)


def overdue(
    rows: QuerySet[Suggestion], congress_id: int, day: date, whose: Whose = None
) -> QuerySet[Suggestion]:
    """逾期: a clock has run past its last lawful day."""
    return _with_clocks(rows, Deadline.objects.at_congress(congress_id).overdue(day), whose)
