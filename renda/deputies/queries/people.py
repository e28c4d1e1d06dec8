"""People across congresses: namesakes, who shares whom, who is told."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from renda.congress.models import Congress
from renda.deputies.models import (
    Mandate,
    MandateQuerySet,
    Person,
)
from renda.deputies.queries.mandates import not_over
from renda.kernel.moment import today
from renda.kernel.notices.hearing import Reader


def readers(ids: Iterable[int]) -> list[Reader]:
    """Deputies as readers of notices, by account if they have one, else by name; whose election was
    found void among them."""
    rows = Mandate.ever().filter(pk__in=list(ids)).select_related("person__user")
    return [Reader("mandate", m.pk, _account(m.person), m.person.name) for m in rows]


def _account(person: Person) -> int | None:
    """Where notices reach them; a closed account is none."""
    return person.user.pk if person.user and person.user.is_active else None


def namesakes(*, name: str, born: str, mobile_hash: str = "") -> QuerySet[Person]:
    """People of the deployment who may be the same person: same name and month of birth, or the
    same mobile number. Never more than a question."""
    asked = Q(pk__in=[])
    if name and len(born) >= 7:
        asked |= Q(name=name, born__startswith=born[:7])
    if mobile_hash:
        asked |= Q(mobile_hash=mobile_hash)
    return Person.objects.filter(asked).order_by("pk")


def elsewhere(person: Person, congress_id: int) -> MandateQuerySet:
    """The mandates this person holds today in other congresses: what is public of them."""
    rows = Mandate.objects.held_on(today()).filter(person=person).exclude(congress_id=congress_id)
    return rows.select_related("congress", "term", "unit").order_by("congress__path")


def shares_person(person: Person, congress_id: int) -> bool:
    """Whether another congress has this person among its deputies too, today or from some day on:
    then their own data is not this office's alone."""
    rows = not_over().filter(person=person)
    return rows.exclude(congress_id=congress_id).exists()


def unrelated(person: Person, congress: Congress) -> list[Mandate]:
    """Mandates in regions that neither contain this one nor belong to it (选举法48)."""
    return unrelated_among(elsewhere(person, congress.pk), congress)


def unrelated_among(held: Iterable[Mandate], congress: Congress) -> list[Mandate]:
    """Those of the mandates whose region neither contains this one nor belongs to it."""
    return [m for m in held if not _are_related(m.congress.path, congress.path)]


def _are_related(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
