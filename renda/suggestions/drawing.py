"""办到哪一步: the way of a suggestion as a picture, with where it is now."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.kernel.lifecycle.timeline import Moment
from renda.kernel.pages.flow import Flow, Loop, Stage, lay_out
from renda.kernel.pages.templatetags.renda import chinese_date
from renda.suggestions.models import Suggestion
from renda.suggestions.states import SuggestionState as at

# (label, the states in which it is here, the step whose day is written above it)
STAGES: tuple[tuple[Any, tuple[str, ...], str], ...] = (
    (gettext_lazy("Put forward"), (at.DRAFT, at.RETURNED), "suggestions.submit"),
    (gettext_lazy("Review"), (at.SUBMITTED,), "suggestions.accept"),
    (gettext_lazy("Assignment"), (at.REGISTERED,), "suggestions.assign"),
    (gettext_lazy("Receipt"), (at.ASSIGNED,), "suggestions.begin_handling"),
    (gettext_lazy("Handling"), (at.RECEIVED, at.REOPENED), "suggestions.conclude_replies"),
    (gettext_lazy("Evaluation"), (at.REPLIED,), "suggestions.judge"),
    (gettext_lazy("Closed"), (at.CLOSED,), ""),
)
RETURN, AGAIN = (1, 0), (5, 4)


def flow_of(suggestion: Suggestion, timeline: Sequence[Moment]) -> Flow:
    """The picture of this suggestion, with the day of each stage that is behind it."""
    here = next(i for i, (_l, states, _s) in enumerate(STAGES) if suggestion.state in states)
    days = {m.event.action: m for m in timeline if not m.is_undone}
    stages = [
        Stage(str(label), _when(days.get(step)) if i < here else "", _mark(i, here))
        for i, (label, _states, step) in enumerate(STAGES)
    ]
    was_returned = "suggestions.return_for_revision" in days
    was_reopened = any(m.event.after == at.REOPENED and not m.is_undone for m in timeline)
    loops = [
        Loop(_("Returned for revision"), *RETURN, is_gone=was_returned),
        Loop(_("Not satisfied, handled again"), *AGAIN, is_gone=was_reopened),
    ]
    return lay_out(stages, loops)


def _mark(i: int, here: int) -> str:
    if i == here:
        return "done" if here == len(STAGES) - 1 else "here"
    return "done" if i < here else "todo"


def _when(moment: Moment | None) -> str:
    return chinese_date(moment.at, "short") if moment else ""
