"""Verbs without a process: beginning and writing a draft."""

from typing import Any

from django.utils.translation import gettext as _

from renda.deputies.models import Mandate
from renda.kernel.papers.keeping import attach
from renda.kernel.papers.models import Paper
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused, Stale
from renda.kernel.trail.models import Event
from renda.kernel.trail.record import Behalf, record
from renda.suggestions.lifecycle import life, submit
from renda.suggestions.models import Suggestion
from renda.suggestions.permits import WRITABLE, deputies_office, writer

FIELDS = ("title", "problem", "requests", "category", "is_open")


def begin_draft(*, by: Actor, mandate: Mandate, fields: dict[str, Any]) -> Suggestion:
    """A deputy begins a suggestion, or the assistant for them: a draft that only these two see."""
    suggestion = Suggestion(congress_id=by.congress_id, sponsor=mandate, **_known(fields))
    if not writer(by, suggestion):
        raise Refused(_("Only the deputy can begin a suggestion of their own."))
    begun: Suggestion = life.begin(suggestion, by=by)
    return begun


def save_draft(
    *, by: Actor, suggestion: Suggestion, fields: dict[str, Any], version: int
) -> Suggestion:
    """Write the draft down; a row changed by another window since is not overwritten.

    A burst of autosaves is one event: who wrote, not how often a timer fired.
    """
    row = Suggestion.objects.select_for_update().get(pk=suggestion.pk)
    if not writer(by, row) or row.state not in WRITABLE:
        raise Refused(_("This draft can no longer be changed."))
    if row.version != version:
        raise Stale(_("This draft was changed in another window. Both texts are kept."))
    for name, value in _known(fields).items():
        setattr(row, name, value)
    row.version += 1
    row.save()
    if not _wrote_last(row, by):
        record(
            row,
            "suggestions.save_draft",
            congress_id=row.congress_id,
            actor_id=by.user_id,
            version=row.version,
            before=row.state,
            after=row.state,
        )
    return row


def register_on_paper(
    *, by: Actor, mandate: Mandate, fields: dict[str, Any], paper: Paper, on: Any
) -> Suggestion:
    """代录: the office enters a suggestion that came on paper, signed, and submits it for the
    deputy; the event names both, and the deputy is told."""
    if not deputies_office(by):
        raise Refused(_("Only the deputies' affairs office registers papers."))
    behalf = Behalf("mandate", mandate.pk)
    suggestion = Suggestion(congress_id=by.congress_id, sponsor=mandate, **_known(fields))
    life.begin(suggestion, by=by, behalf=behalf, paper=paper, on=on)
    attach(paper, suggestion)
    submitted: Suggestion = submit(suggestion, by=by, behalf=behalf, paper=paper, on=on)
    return submitted


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name in FIELDS}


def _wrote_last(suggestion: Suggestion, by: Actor) -> bool:
    last = (
        Event.objects.filter(subject_type=Suggestion._meta.label_lower, subject_id=suggestion.pk)
        .order_by("-id")
        .first()
    )
    return last is not None and last.actor_id == by.user_id and last.action.endswith("save_draft")
