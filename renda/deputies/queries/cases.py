"""Qualification cases as their readers find them."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.urls import reverse

from renda.deputies.models import (
    QualificationCase,
)
from renda.deputies.permits import (
    SITS_IN_COMMITTEE,
    case_office,
    case_worker,
)
from renda.deputies.states import CaseState
from renda.kernel.permits.actor import Actor


def cases_visible_to(actor: Actor) -> QuerySet[QualificationCase]:
    """The qualification cases this actor may read in the actor's congress."""
    rows = QualificationCase.objects.filter(congress_id=actor.congress_id)
    rows = rows.select_related("mandate__person", "mandate__term", "mandate__unit", "congress")
    if case_office(actor, QualificationCase(congress_id=actor.congress_id)):
        return rows
    seen = Q(committee_id__in=actor.places(*SITS_IN_COMMITTEE))
    if actor.user_id is not None:
        seen |= Q(mandate__person__user_id=actor.user_id, state=CaseState.ANNOUNCED)
    return rows.filter(seen)


def case_titles(ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """What cases are called in notices, and where they open."""
    rows = QualificationCase.objects.filter(pk__in=list(ids))
    return {
        row.pk: (str(row), case_address(row))
        for row in rows.select_related("mandate__person", "congress")
    }


def case_address(case: QualificationCase) -> str:
    """Where a case opens for those who work on it."""
    return reverse("deputies:case", args=[case.congress.slug, case.pk])


def may_read_case_papers(actor: Actor, case_id: int) -> bool:
    """Reports of the committee are for those who work on the case; a deputy reads the outcome."""
    case = cases_visible_to(actor).filter(pk=case_id).first()
    return case is not None and case_worker(actor, case)
