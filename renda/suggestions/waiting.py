"""What waits for this person: one list for a deputy, an office, an organ, or all in one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from renda.congress.handing_over import OpenItem
from renda.congress.roles import ASSISTANT
from renda.kernel.clock.left import Badge
from renda.kernel.clock.models import Deadline
from renda.kernel.permits.actor import Actor
from renda.suggestions.listing import Row, with_badges
from renda.suggestions.models import Handling, Suggestion
from renda.suggestions.permits import HANDLERS, deputies_office, judges, sponsor
from renda.suggestions.queries import judged_by, with_people, written_by
from renda.suggestions.reform import OPEN
from renda.suggestions.states import HandlingState
from renda.suggestions.states import SuggestionState as at

MOST, MOST_HANDED_OVER = 200, 2000
_WRITER: dict[str, Any] = {
    at.DRAFT: _("Finish and submit"),
    at.RETURNED: _("Revise and submit again"),
}
_ASSISTANT: dict[str, Any] = {
    at.DRAFT: _("Draft for the deputy"),
    at.RETURNED: _("Revise for the deputy"),
}
_JUDGE = _("Read the reply and judge it")
_OFFICE: dict[str, Any] = {at.SUBMITTED: _("Review"), at.REGISTERED: _("Assign")}
_ORGAN: dict[str, Any] = {
    HandlingState.OFFERED: _("Sign for it"),
    HandlingState.RECEIVED: _("Talk with the deputy and reply"),
    HandlingState.REOPENED: _("Handle again and reply"),
}


@dataclass(frozen=True)
class Task:
    """Something to do: which suggestion, what, until when."""

    suggestion: Suggestion
    verb: Any
    badge: Badge | None
    clock: Deadline | None  # behind the badge
    is_mine_as: str  # "deputy", "assistant", "office" or "organ": where the desk shows it


def waiting(actor: Actor) -> QuerySet[Suggestion]:
    """The suggestions that wait for an act of this person."""
    asked = Q(written_by(actor), state__in=list(_WRITER)) | Q(judged_by(actor), state=at.REPLIED)
    if assisted := actor.places(ASSISTANT):
        asked |= Q(sponsor_id__in=assisted, state__in=list(_ASSISTANT))
    if deputies_office(actor):
        asked |= Q(state__in=list(_OFFICE))
    organs = actor.places(*HANDLERS)
    if organs:
        parts = Handling.objects.filter(organ_id__in=organs, state__in=list(_ORGAN))
        asked |= Q(pk__in=parts.values("suggestion_id"))
    return Suggestion.objects.filter(asked, congress_id=actor.congress_id)


def waiting_count(actor: Actor) -> int:
    """How many: the number in the rail."""
    return waiting(actor).order_by().count()


def tasks(actor: Actor) -> list[Task]:
    """The things to do, the most urgent first."""
    organs = actor.places(*HANDLERS)
    rows = with_badges(with_people(waiting(actor))[:MOST], actor.congress_id, organs)
    made = [_task(actor, organs, row) for row in rows]
    tones = {"t-late": 0, "t-soon": 1}
    return sorted(
        made, key=lambda t: (tones.get(t.badge.tone, 2) if t.badge else 3, t.suggestion.pk)
    )


def _task(actor: Actor, organs: set[int], row: Row) -> Task:
    suggestion = row.suggestion
    told = (row.badge, row.clock)
    if suggestion.state in _WRITER and sponsor(actor, suggestion):
        return Task(suggestion, _WRITER[suggestion.state], *told, "deputy")
    if suggestion.state == at.REPLIED and judges(actor, suggestion):
        return Task(suggestion, _JUDGE, *told, "deputy")
    if actor.holds(ASSISTANT, suggestion.sponsor_id) and suggestion.state in _ASSISTANT:
        return Task(suggestion, _ASSISTANT[suggestion.state], *told, "assistant")
    for part in suggestion.standing:
        if part.organ_id in organs and part.state in _ORGAN:
            return Task(suggestion, _owed(part), *told, "organ")
    return Task(suggestion, _OFFICE[suggestion.state], *told, "office")


def _owed(part: Handling) -> Any:
    """An assisting organ owes the lead organ its opinion, not the deputy a reply."""
    if part.state == HandlingState.RECEIVED and not part.must_answer:
        return _("Give the opinion")
    return _ORGAN[part.state]


def open_items(actor: Actor, _congress: object, _posts: object) -> list[OpenItem]:
    """What is open with these posts, for whoever takes them over (交接): what waits for an act, and
    what an organ has answered that is not closed, for it may come back."""
    organs = actor.places(*HANDLERS)
    parts = Handling.objects.filter(organ_id__in=organs, state__in=OPEN)
    rows = Suggestion.objects.filter(congress_id=actor.congress_id)
    answered = Q(pk__in=parts.values("suggestion_id")) & ~Q(state=at.CLOSED)
    rows = rows.filter(Q(pk__in=waiting(actor).order_by().values("pk")) | answered)
    shown = with_badges(with_people(rows)[:MOST_HANDED_OVER], actor.congress_id, organs)
    items = [
        OpenItem(
            kind="suggestions.suggestion",
            id=row.suggestion.pk,
            number=row.number,
            due_on=row.clock.latest_on if row.clock else None,
        )
        for row in shown
    ]
    return sorted(items, key=lambda item: (item.due_on or date.max, item.id))
