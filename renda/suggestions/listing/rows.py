"""A row of the list with what its clocks say."""

from collections.abc import Iterable
from dataclasses import dataclass

from renda.congress.naming import session_name
from renda.kernel.clock.calendars import calendar_of
from renda.kernel.clock.left import Badge, badge
from renda.kernel.clock.models import Deadline
from renda.kernel.moment import now, today
from renda.suggestions.listing.clocked import HANDLING, SUGGESTION, Whose
from renda.suggestions.models import Suggestion
from renda.suggestions.naming import short_number


@dataclass(frozen=True)
class Row:
    """A suggestion in a list, with its most urgent clock."""

    suggestion: Suggestion
    badge: Badge | None
    clock: Deadline | None

    @property
    def number(self) -> str:
        """Its short number, empty before acceptance."""
        return short_number(self.suggestion)

    @property
    def session(self) -> str:
        """Which session's number it is; for rows of an earlier term."""
        session = self.suggestion.session
        return session_name(session) if session is not None else ""


def with_badges(
    suggestions: Iterable[Suggestion], congress_id: int, whose: Whose = None
) -> list[Row]:
    """Rows with their most urgent running clock: two queries, however many rows.

    `whose` keeps to some organs' own clocks.
    """
    rows = list(suggestions)
    parts = {
        h.pk: s.pk for s in rows for h in s.handlings.all() if whose is None or h.organ_id in whose
    }
    clocks = Deadline.objects.of_many(SUGGESTION, [s.pk for s in rows]).running()
    clocks |= Deadline.objects.of_many(HANDLING, parts).running()
    first: dict[int, Deadline] = {}
    for clock in clocks.order_by("statutory_on", "id"):
        owner = parts[clock.subject_id] if clock.subject_type == HANDLING else clock.subject_id
        first.setdefault(owner, clock)
    calendar, day, moment = calendar_of(congress_id), today(), now()
    badges = {pk: badge(clock, day, calendar, moment) for pk, clock in first.items()}
    return [Row(s, badges.get(s.pk), first.get(s.pk)) for s in rows]
