"""Reading the trail: what happened to a subject and its parts, in order."""

from collections.abc import Iterable

from django.db.models import Q

from renda.kernel.trail.models import Event


def events_of(
    subjects: Iterable[tuple[str, Iterable[int]]], congress_id: int | None = None
) -> list[Event]:
    """Events of these subjects, given as (type, ids), oldest first, words with them: one query;
    all of them, or those of one congress's trail."""
    asked = Q(pk__in=[])
    for kind, ids in subjects:
        asked |= Q(subject_type=kind, subject_id__in=list(ids))
    if congress_id is not None:
        asked &= Q(congress_id=congress_id)
    events = Event.objects.filter(asked).select_related("words")
    return list(events.order_by("seq"))
