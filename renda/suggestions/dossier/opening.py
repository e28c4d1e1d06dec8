"""Everything about one suggestion, read in a fixed number of queries."""

from dataclasses import dataclass
from datetime import date

from renda.kernel.clock.models import Deadline
from renda.kernel.lifecycle.correcting import corrections_of
from renda.kernel.lifecycle.models import Taken
from renda.kernel.lifecycle.timeline import Moment, story
from renda.kernel.trail.timeline import events_of
from renda.suggestions.dossier.clocks import HANDLING, SUGGESTION, Clocked, clocks_in
from renda.suggestions.dossier.corrected import Corrected, corrected_by
from renda.suggestions.dossier.way import Line, line_of
from renda.suggestions.models import Handling, Suggestion


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
        return [line_of(moment, parts) for moment in reversed(self.timeline)]

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
        clocks=clocks_in(suggestion, handlings),
        timeline=story(events, [pk for pk in undone if pk is not None]),
        corrected=[corrected_by(row) for row in corrections_of([suggestion, *replies])],
        organs=organs,
    )
