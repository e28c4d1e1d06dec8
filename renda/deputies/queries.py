"""Questions about deputies: who holds a mandate today, who is to be told."""

from collections.abc import Iterable, Iterator

from django.db.models import Q

from renda.congress.models import Congress, Post
from renda.congress.roles import DEPUTY
from renda.deputies.models import Mandate, MandateQuerySet, Person
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
