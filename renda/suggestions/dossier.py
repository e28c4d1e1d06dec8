"""Everything about one suggestion that its page shows, read in a fixed number of queries."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.utils.timezone import localdate
from django.utils.translation import ngettext

from renda.congress.queries import body_name_on
from renda.kernel.clock.calendars import calendar_of
from renda.kernel.clock.explain import Explanation, explain
from renda.kernel.clock.left import Badge, badge
from renda.kernel.clock.models import Deadline
from renda.kernel.lifecycle.correcting import corrections_of
from renda.kernel.lifecycle.models import Correction, Taken
from renda.kernel.lifecycle.registry import LIVES
from renda.kernel.lifecycle.timeline import Moment, story
from renda.kernel.moment import now, today
from renda.kernel.trail.models import Event
from renda.kernel.trail.timeline import events_of
from renda.suggestions.models import Handling, Suggestion
from renda.suggestions.states import HandlingState, SuggestionState

SUGGESTION, HANDLING = "suggestions.suggestion", "suggestions.handling"
RETURNING = "suggestions.return_for_revision"


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


@dataclass(frozen=True)
class Line:
    """A line of the timeline; `organ` for what happened at one organ, `mark` as it is drawn."""

    moment: Moment
    organ: str
    mark: str


@dataclass(frozen=True)
class Corrected:
    """A text before and after it was set right, as lines to read."""

    correction: Correction
    label: Any
    before: list[str]
    after: list[str]


@dataclass(frozen=True)
class Dossier:
    """What the detail page draws from."""

    suggestion: Suggestion
    clocks: list[Clocked]
    timeline: list[Moment]
    corrected: list[Corrected]
    organs: set[int]  # the reader's own

    @property
    def running(self) -> list[Clocked]:
        """Clocks that run: the reader's organ's, the suggestion's own, the other organs'; of
        these the most urgent first, those who only assist last."""
        rows = [c for c in self.clocks if c.deadline.stopped_on is None]
        return sorted(rows, key=lambda c: self._rank(c.deadline))

    def _rank(self, clock: Deadline) -> tuple[int, date]:
        if clock.subject_type == SUGGESTION:
            return 1, clock.statutory_on
        part = next(h for h in self.suggestion.handlings.all() if h.pk == clock.subject_id)
        others = 2 if part.must_answer else 3
        return 0 if part.organ_id in self.organs else others, clock.statutory_on

    @property
    def stopped(self) -> list[Clocked]:
        """走完的时限."""
        return [c for c in self.clocks if c.deadline.stopped_on is not None]

    @property
    def lines(self) -> list[Line]:
        """The timeline, newest first."""
        parts = {h.pk: h for h in self.suggestion.handlings.all()}
        return [_line(moment, parts) for moment in reversed(self.timeline)]

    def clocks_of(self, part: Handling) -> list[Clocked]:
        """The clocks of one organ that run."""
        mine = (HANDLING, part.pk)
        return [c for c in self.running if (c.deadline.subject_type, c.deadline.subject_id) == mine]

    @property
    def main(self) -> Clocked | None:
        """The clock at the top of the page."""
        return self.running[0] if self.running else None


def open_dossier(suggestion: Suggestion, organs: set[int]) -> Dossier:
    """Read clocks, events and corrections of a suggestion loaded `with_everything`."""
    handlings = {h.pk: h for h in suggestion.handlings.all()}
    about = [(SUGGESTION, [suggestion.pk]), (HANDLING, handlings)]
    events = events_of(about)
    undone = Taken.objects.filter(
        event_id__in=[e.pk for e in events], is_taken_back=True
    ).values_list("event_id", flat=True)
    replies = [reply for h in handlings.values() for reply in h.replies.all()]
    return Dossier(
        suggestion=suggestion,
        clocks=_clocks(suggestion, handlings),
        timeline=story(events, [pk for pk in undone if pk is not None]),
        corrected=[_corrected(row) for row in corrections_of([suggestion, *replies])],
        organs=organs,
    )


def _line(moment: Moment, parts: dict[int, Handling]) -> Line:
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


def _corrected(row: Correction) -> Corrected:
    field = apps.get_model(row.subject_type)._meta.get_field(row.field)
    return Corrected(
        row, field.verbose_name, _as_lines(field, row.before), _as_lines(field, row.after)
    )


def _as_lines(field: Any, value: Any) -> list[str]:
    if isinstance(value, list):
        return [str(text) for text in value]
    return [str(dict(field.flatchoices).get(value, value))]


def why_returned(suggestion: Suggestion) -> Moment | None:
    """The line of the timeline that tells the deputy what to revise."""
    if suggestion.state != SuggestionState.RETURNED:
        return None
    told = story(events_of([(SUGGESTION, [suggestion.pk])]))
    return next((m for m in reversed(told) if m.event.action == RETURNING), None)


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


def _clocks(suggestion: Suggestion, handlings: dict[int, Handling]) -> list[Clocked]:
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
