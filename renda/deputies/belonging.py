"""What makes deputies and their assistants belong to a congress, and who of them has no account."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from renda.congress.belonging import Holding, Source
from renda.congress.candidates import Candidate
from renda.congress.models import Congress
from renda.deputies.models import Assistant, Mandate, Person
from renda.kernel.moment import today
from renda.kernel.permits.refusal import Refused


def users_of(congress_id: int, day: date | None) -> Any:
    """The accounts that hold a mandate or assist a deputy here on a day, or ever did."""
    mandates = Mandate.objects.held_on(day) if day else Mandate.objects.all()
    helping = Assistant.objects.filter(mandate__congress_id=congress_id)
    if day:
        helping = helping.filter(Q(until_on=None) | Q(until_on__gte=day), from_on__lte=day)
    deputies = mandates.filter(congress_id=congress_id, person__user__isnull=False)
    deputies, helping = deputies.order_by(), helping.order_by()  # a union of lists in order fails
    return deputies.values("person__user_id").union(helping.values("user_id"))


def holdings(user_ids: Collection[int]) -> Iterator[Holding]:
    """All mandates and assistantships of these people, anywhere: two queries."""
    mandates = Mandate.objects.filter(person__user_id__in=user_ids).select_related("person")
    for m in mandates.order_by("from_on", "pk"):
        seat = m.electoral_unit
        yield Holding(m.person.user_id, m.congress_id, seat, _("deputy"), m.from_on, m.until_on)
    helping = Assistant.objects.filter(user_id__in=user_ids).select_related("mandate__person")
    for a in helping.order_by("from_on", "pk"):
        here, whose = a.mandate.congress_id, a.mandate.person.name
        yield Holding(a.user_id, here, whose, _("deputy's assistant"), a.from_on, a.until_on)


SOURCE = Source(users_of, holdings)


def without_account(congress: Congress) -> list[Candidate]:
    """The deputies in office who have no account, in the order the congress keeps."""
    rows = Mandate.objects.held_on(today()).filter(congress=congress, person__user=None)
    return [
        Candidate(str(m.pk), m.person.name, m.electoral_unit, _number_of(m.person))
        for m in rows.select_related("person")
    ]


def _number_of(person: Person) -> str:
    try:
        return person.mobile
    except Refused:  # sealed with a key of before
        return ""
