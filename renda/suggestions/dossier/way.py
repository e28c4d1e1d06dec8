"""The way of a suggestion, line by line, and why it came back."""

from dataclasses import dataclass

from django.utils.timezone import localdate

from renda.congress.queries import body_name_on
from renda.kernel.lifecycle.timeline import Moment, story
from renda.kernel.trail.models import Event
from renda.kernel.trail.timeline import events_of
from renda.suggestions.dossier.clocks import HANDLING, SUGGESTION
from renda.suggestions.models import Handling, Suggestion
from renda.suggestions.states import SuggestionState

RETURNING = "suggestions.return_for_revision"


@dataclass(frozen=True)
class Line:
    """A line of the timeline; `organ` for what happened at one organ, `mark` as it is drawn."""

    moment: Moment
    organ: str
    mark: str


def line_of(moment: Moment, parts: dict[int, Handling]) -> Line:
    """A line of the timeline, with the organ whose act it was."""
    event = moment.event
    part = parts.get(event.subject_id) if event.subject_type == HANDLING else None
    organ = _organ_at(part, event) if part else ""
    moved = event.before != event.after and not moment.is_undone
    is_back = moved and event.after in (SuggestionState.RETURNED, SuggestionState.REOPENED)
    return Line(moment, organ, "sent-back" if is_back else "done")


def _organ_at(part: Handling, event: Event) -> str:
    """Whose part it was when this happened, by the name it had then."""
    later = (i for i in part.inheritances.all() if event.pk < (i.taken.event_id or 0))
    passed = next(later, None)
    organ = passed.old if passed else part.organ
    return body_name_on(organ, localdate(event.at))


def why_returned(suggestion: Suggestion) -> Moment | None:
    """The line of the timeline that tells the deputy what to revise."""
    if suggestion.state != SuggestionState.RETURNED:
        return None
    told = story(events_of([(SUGGESTION, [suggestion.pk])]))
    return next((m for m in reversed(told) if m.event.action == RETURNING), None)
