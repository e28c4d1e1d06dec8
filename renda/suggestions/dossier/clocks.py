"""The clocks of a suggestion and of its parts."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import ngettext

from renda.kernel.clock.calendars import calendar_of
from renda.kernel.clock.explain import Explanation, explain
from renda.kernel.clock.left import Badge, badge
from renda.kernel.clock.models import Deadline
from renda.kernel.lifecycle.registry import LIVES
from renda.kernel.moment import now, today
from renda.suggestions.models import Handling, Suggestion
from renda.suggestions.states import HandlingState

SUGGESTION, HANDLING = "suggestions.suggestion", "suggestions.handling"


@dataclass(frozen=True)
class Clocked:
    """A clock of the suggestion or of one organ, running or stopped, as the page shows it."""

    deadline: Deadline
    badge: Badge
    says: Any
    organ: str
    explained: Explanation | None

    @property
    def law(self) -> str:
        """The article that gives the time; empty when it is the place's own rule."""
        return "" if self.deadline.cites == "local" else self.deadline.cites


def _unfinished(clock: Deadline, handlings: dict[int, Handling]) -> Badge | None:
    """The badge of a clock that ended with the suggestion, with nothing done: not "in time"."""
    if clock.subject_type != HANDLING or clock.stopped_on is None:
        return None
    part = handlings[clock.subject_id]
    done = part.received_at if clock.name == "receive" else part.opinions.all()
    if part.state != HandlingState.ENDED or done:
        return None
    ended, n = part.get_state_display(), (clock.stopped_on - clock.latest_on).days
    if n <= 0:
        return Badge("", "pause", ended)
    words = ngettext("%(ended)s, %(n)d day late", "%(ended)s, %(n)d days late", n)
    return Badge("t-late", "late", words % {"ended": ended, "n": n})


def clocks_in(suggestion: Suggestion, handlings: dict[int, Handling]) -> list[Clocked]:
    """All clocks of a suggestion and its parts, in two queries."""
    calendar, day, moment = calendar_of(suggestion.congress_id), today(), now()
    own = Deadline.objects.of_many(SUGGESTION, [suggestion.pk])
    rows = own | Deadline.objects.of_many(HANDLING, handlings)
    said = {(k, c.name): c.says for k in (SUGGESTION, HANDLING) for c in LIVES[k].clocks}
    return [
        Clocked(
            deadline=row,
            badge=_unfinished(row, handlings) or badge(row, day, calendar, moment),
            says=said.get((row.subject_type, row.name), row.name),
            organ=handlings[row.subject_id].organ_name if row.subject_type == HANDLING else "",
            explained=explain(row, today=day, calendar=calendar)
            if row.stopped_on is None
            else None,
        )
        for row in rows.filter(is_void=False).order_by("started_on", "id")
    ]
