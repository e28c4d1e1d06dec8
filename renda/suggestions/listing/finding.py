"""Suggestions at an organ, and those a word finds."""

from typing import Any

from django.db.models import Q, QuerySet

from renda.suggestions.models import Handling, Suggestion
from renda.suggestions.states import HandlingState


def at_organ(rows: QuerySet[Suggestion], **organ: Any) -> QuerySet[Suggestion]:
    """Rows that were handed to such an organ; an assignment that was undone does not count."""
    parts = Handling.objects.exclude(state=HandlingState.VOID).filter(**organ)
    return rows.filter(pk__in=parts.values("suggestion_id"))


def _organ_named(word: str) -> QuerySet[Handling]:
    """Handlings of an organ that is or was called so, or that had them before a reform."""
    parts = Handling.objects.exclude(state=HandlingState.VOID)
    named = Q(organ__name__icontains=word) | Q(organ__pasts__name__icontains=word)
    before = Q(inheritances__old__name__icontains=word, inheritances__is_void=False)
    return parts.filter(named | before)


def matching(rows: QuerySet[Suggestion], word: str) -> QuerySet[Suggestion]:
    """Rows whose title, deputy, organ or number has this word."""
    word = word.strip().replace("\x00", "")[:60]
    if not word:
        return rows
    digits = "".join(c for c in word if c.isdecimal() and c.isascii())
    asked = (
        Q(title__icontains=word)
        | Q(sponsor__person__name__icontains=word)
        | Q(pk__in=_organ_named(word).values("suggestion_id"))
    )
    if digits and len(digits) <= 6 and len(word) <= len(digits) + 3:
        asked |= Q(number=int(digits))
    return rows.filter(asked)
