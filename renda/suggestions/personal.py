"""What is held of who puts suggestions forward: titles and numbers; the drafts are their own."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.kernel.lifecycle.models import Correction, Taken
from renda.kernel.personal.holding import Erasing, Holding, Record, Stays, Whom, holds
from renda.suggestions.models import Suggestion
from renda.suggestions.naming import full_number
from renda.suggestions.states import SuggestionState as at

MANDATE, SUGGESTION = "deputies.mandate", "suggestions.suggestion"
TEXTS: dict[str, Any] = {"title": "", "problem": "", "requests": list}


def _sponsored(whom: Whom) -> QuerySet[Suggestion]:
    rows = Suggestion.objects.filter(sponsor_id__in=whom.ids(MANDATE)).exclude(state=at.DRAFT)
    return rows.select_related("session__term", "session__congress").order_by("pk")


def _drafts(whom: Whom) -> QuerySet[Suggestion]:
    rows = Suggestion.objects.filter(sponsor_id__in=whom.ids(MANDATE), state=at.DRAFT)
    return rows.order_by("pk")


def _tell(whom: Whom) -> list[Record]:
    return [
        Record(
            str(row),
            [
                (_("number"), full_number(row)),
                (_("state"), row.get_state_display()),
                (_("submitted on"), row.submitted_on),
                (_("published on"), row.published_on),
            ],
        )
        for row in _sponsored(whom)
    ]


def _stay(whom: Whom) -> list[Stays]:
    many = _sponsored(whom).count()
    what = _("Suggestions put forward: %(n)d") % {"n": many}
    why = _("They were handed to the congress and are handled, answered and kept by law.")
    return [Stays(what, why, "代表法51")] if many else []


def _tell_drafts(whom: Whom) -> list[Record]:
    return [
        Record(
            str(row),
            [(_("situation and problem"), row.problem), (_("requests"), row.requests)],
        )
        for row in _drafts(whom)
    ]


def _go_drafts(whom: Whom) -> list[str]:
    many = sum(any(getattr(row, name) for name in TEXTS) for row in _drafts(whom))
    return [_("Drafts of suggestions: %(n)d") % {"n": many}] if many else []


def _erase_drafts(whom: Whom, _erasing: Erasing) -> None:
    """The texts, and what steps kept of them: a draft may have been submitted and taken back."""
    for row in _drafts(whom).select_for_update():
        for name, empty in TEXTS.items():
            setattr(row, name, empty() if callable(empty) else empty)
        row.version += 1
        row.save(update_fields=[*TEXTS, "version"])
        for taken in Taken.objects.filter(subject_type=SUGGESTION, subject_id=row.pk):
            taken.was = {name: was for name, was in taken.was.items() if name not in TEXTS}
            taken.save(update_fields=["was"])
        wordings = Correction.ever.filter(subject_type=SUGGESTION, subject_id=row.pk)
        wordings.update(before="", after="", reason="")


def declare() -> None:
    """Tell the registry of them."""
    holds(
        Holding(
            key="suggestions",
            name=gettext_lazy("Suggestions put forward"),
            place=40,
            tells=_tell,
            stays=_stay,
        )
    )
    holds(
        Holding(
            key="suggestion_drafts",
            name=gettext_lazy("Drafts of suggestions"),
            place=42,
            tells=_tell_drafts,
            goes=_go_drafts,
            erases=_erase_drafts,
            is_content=True,
        )
    )
