"""The text an organ signs for, in one form, so that its hash can be made again by anyone."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from renda.kernel.lifecycle.models import Correction
from renda.kernel.papers.models import Paper
from renda.kernel.trail.models import canonical
from renda.kernel.trail.verify import Fault
from renda.suggestions.models import Handling, Suggestion

FIELDS = ("title", "problem", "requests")


def text_hash(fields: dict[str, Any], papers: Iterable[str]) -> str:
    """SHA-256 of the canonical JSON of title, problem, requests and the papers' own hashes."""
    return hashlib.sha256(canonical({**fields, "papers": sorted(papers)})).hexdigest()


def text_of(suggestion: Suggestion) -> dict[str, Any]:
    """The text as it stands now."""
    return {field: getattr(suggestion, field) for field in FIELDS}


def papers_at(suggestion: Suggestion, moment: datetime) -> list[str]:
    """The hashes of the papers that lay with the suggestion at a moment."""
    return list(
        Paper.objects.filter(
            subject_type=Suggestion._meta.label_lower,
            subject_id=suggestion.pk,
            uploaded_at__lt=moment,
            is_void=False,
        ).values_list("sha256", flat=True)
    )


def text_at(suggestion: Suggestion, moment: datetime) -> dict[str, Any]:
    """The text as it stood at a moment: later corrections are turned back."""
    fields = text_of(suggestion)
    later = Correction.objects.filter(
        subject_type=Suggestion._meta.label_lower,
        subject_id=suggestion.pk,
        field__in=FIELDS,
        taken__recorded_at__gt=moment,
    ).order_by("-pk")
    for correction in later:
        fields[correction.field] = correction.before
    return fields


def hash_at(suggestion: Suggestion, moment: datetime) -> str:
    """The hash that an organ's receipt of that moment must carry."""
    return text_hash(text_at(suggestion, moment), papers_at(suggestion, moment))


def receipt_faults() -> Iterator[Fault]:
    """`verify`: receipts whose text is no longer what was signed for."""
    signed = Handling.objects.exclude(receipt_hash="").select_related("suggestion")
    for handling in signed.iterator(500):
        moment = handling.receipt_recorded_at
        assert moment is not None
        if hash_at(handling.suggestion, moment) != handling.receipt_hash:
            yield Fault(
                "receipt",
                handling.congress_id,
                None,
                f"the text of suggestion {handling.suggestion_id} is not what organ "
                f"{handling.organ_id} signed for",
            )
