"""What makes somebody belong here, and what they may act as."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from renda.congress.belonging import Holding
from renda.congress.models import Congress, Post
from renda.congress.roles import ASSISTANT, DEPUTY, FORMER_DEPUTY
from renda.deputies.models import (
    Assistant,
    Mandate,
)
from renda.kernel.moment import today
from renda.kernel.permits.actor import Held


def held_by(user_id: int, congress: Congress) -> Iterator[Held]:
    """The mandate a person may exercise in this congress today (代表法61), those that were over
    with their term, and those of the deputies whom they assist: one query."""
    day = today()
    assists = assisting_on(day).filter(user_id=user_id, mandate=OuterRef("pk"))
    rows = Mandate.objects.still_theirs_on(day).unpaused_on(day)
    rows = rows.filter(Q(person__user_id=user_id) | Exists(assists), congress=congress)
    for pk, until_on, owner in rows.values_list("pk", "until_on", "person__user_id"):
        is_over = until_on is not None and until_on < day
        if owner == user_id:
            yield Held(FORMER_DEPUTY if is_over else DEPUTY, pk)
        elif not is_over:
            yield Held(ASSISTANT, pk)


def assisting_on(day: date) -> QuerySet[Assistant]:
    """The assistants that deputies have on this day."""
    return Assistant.objects.filter(Q(until_on=None) | Q(until_on__gte=day), from_on__lte=day)


def workplaces(user_id: int | None) -> list[Congress]:
    """The congresses in which a person holds a post or a mandate today, or held one to the end of
    its term."""
    if user_id is None:
        return []
    posts = Post.objects.held_on(today()).filter(user_id=user_id)
    held = Mandate.objects.still_theirs_on(today())
    assisted = assisting_on(today()).filter(user_id=user_id).values("mandate_id")
    mandates = held.filter(Q(person__user_id=user_id) | Q(pk__in=assisted))
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
