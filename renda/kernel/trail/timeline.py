"""Reading the trail: what happened to a subject and its parts, in order."""

from collections.abc import Iterable

from django.db.models import Q

from renda.kernel.trail.models import Event


def events_of(subjects: Iterable[tuple[str, Iterable[int]]]) -> list[Event]:
    """Events of these subjects, given as (type, ids), oldest first, words with them: one query."""
    asked = Q(pk__in=[])
    for kind, ids in subjects:
        asked |= Q(subject_type=kind, subject_id__in=list(ids))
    return list(Event.objects.filter(asked).select_related("words").order_by("seq"))
