"""Questions about deputies: who holds a mandate today, who is to be told."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from renda.congress.belonging import Holding
from renda.congress.models import Congress, Post
from renda.congress.roles import DEPUTY
from renda.deputies.models import Assistant, Mandate, MandateQuerySet, Person
from renda.kernel.moment import today
from renda.kernel.notices.hearing import Reader
from renda.kernel.permits.actor import Held


def held_by(user_id: int, congress: Congress) -> Iterator[Held]:
    """The mandate a person may exercise in this congress today (代表法61): one query."""
    rows = Mandate.objects.acting_on(today()).filter(person__user_id=user_id, congress=congress)
    for pk in rows.values_list("pk", flat=True):
        yield Held(DEPUTY, pk)


def deputies_of(congress_id: int) -> MandateQuerySet:
    """The deputies in office today, in the order the congress keeps."""
    rows = Mandate.objects.held_on(today()).filter(congress_id=congress_id)
    return rows.select_related("person", "delegation")


def readers(ids: Iterable[int]) -> list[Reader]:
    """Deputies as readers of notices, by account if they have one, else by name."""
    rows = Mandate.objects.filter(pk__in=list(ids)).select_related("person__user")
    return [Reader("mandate", m.pk, _account(m.person), m.person.name) for m in rows]


def _account(person: Person) -> int | None:
    """Where notices reach them; a closed account is none."""
    return person.user.pk if person.user and person.user.is_active else None


def mandate_names(ids: Iterable[int]) -> dict[int, str]:
    """What deputies are called, for the timeline."""
    return dict(Mandate.objects.filter(pk__in=list(ids)).values_list("pk", "person__name"))


def workplaces(user_id: int | None) -> list[Congress]:
    """The congresses in which a person holds a post or a mandate today."""
    if user_id is None:
        return []
    posts = Post.objects.held_on(today()).filter(user_id=user_id)
    mandates = Mandate.objects.held_on(today()).filter(person__user_id=user_id)
    mine = Q(pk__in=posts.values("body__congress_id")) | Q(pk__in=mandates.values("congress_id"))
    return list(Congress.objects.filter(mine).order_by("path"))


def users_of(congress_id: int, day: date | None) -> Any:
    """The accounts that hold a mandate or assist a deputy here on a day, or ever did."""
    mandates = Mandate.objects.held_on(day) if day else Mandate.objects.all()
    helping = Assistant.objects.filter(mandate__congress_id=congress_id)
    if day:
        helping = helping.filter(Q(until_on=None) | Q(until_on__gte=day), from_on__lte=day)
    deputies = mandates.filter(congress_id=congress_id, person__user__isnull=False)
    deputies, helping = (
        deputies.order_by(),
        helping.order_by(),
    )  # a union of lists in order is refused
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
