"""Mandates on a day, and the terms they are of."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from renda.congress.models import Session, Term
from renda.deputies.models import (
    Mandate,
    MandateQuerySet,
    Suspension,
)
from renda.kernel.moment import today


def standing_mandate(mandate: Mandate, day: date) -> Mandate:
    """The mandate with which its person acts on a day: this one, or the one that followed it here
    after a change of term."""
    if mandate.until_on is None or mandate.until_on >= day:
        return mandate
    same = Mandate.objects.held_on(day).filter(
        person_id=mandate.person_id, congress_id=mandate.congress_id
    )
    return same.first() or mandate


def is_acting(mandate: Mandate, day: date) -> bool:
    """Whether its person acts as a deputy here on a day: re-elected too, but not while suspended
    (代表法61)."""
    return Mandate.objects.acting_on(day).filter(pk=standing_mandate(mandate, day).pk).exists()


def deputies_of(congress_id: int) -> MandateQuerySet:
    """The deputies in office today, in the order the congress keeps."""
    rows = Mandate.objects.deputies_on(today()).filter(congress_id=congress_id)
    return rows.select_related("person", "delegation")


def mandate_names(ids: Iterable[int]) -> dict[int, str]:
    """What deputies are called, for the timeline."""
    return dict(Mandate.ever().filter(pk__in=list(ids)).values_list("pk", "person__name"))


def deputies_in_office(congress_id: int, day: date) -> int:
    """How many deputies a congress has on a day, suspended ones among them: the seats are theirs.

    It is the base of quorum and majority (组织法14.4、25).
    """
    return Mandate.objects.deputies_on(day).filter(congress_id=congress_id).count()


def present_term(congress_id: int) -> Term | None:
    """The term that runs today, or the latest there is."""
    rows = Term.objects.filter(congress_id=congress_id).order_by("-number")
    return rows.filter(from_on__lte=today()).first() or rows.first()


def running_suspension(mandate_id: int) -> Suspension | None:
    """The suspension of this mandate that has no end yet."""
    return Suspension.objects.filter(mandate_id=mandate_id, until_on=None).first()


def session_on(congress_id: int, day: date) -> Session | None:
    """The session of the congress that was held on this day."""
    return Session.objects.filter(
        congress_id=congress_id, opens_on__lte=day, closes_on__gte=day
    ).first()


def not_over() -> MandateQuerySet:
    """The mandates held today, from some day on, or once they are confirmed."""
    return Mandate.objects.filter(Q(until_on=None) | Q(until_on__gte=today()))
