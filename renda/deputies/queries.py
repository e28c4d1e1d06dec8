"""Questions about deputies: who holds a mandate today, who is to be told."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q

from renda.congress.models import Body, Congress, Post
from renda.congress.roles import DEPUTY, FORMER_DEPUTY, BodyKind
from renda.deputies.matching import common_words, likeness
from renda.deputies.models import Group, Mandate, MandateQuerySet, Membership, Person
from renda.deputies.roles import GroupKind
from renda.kernel.moment import today
from renda.kernel.notices.hearing import Reader
from renda.kernel.permits.actor import Held


def held_by(user_id: int, congress: Congress) -> Iterator[Held]:
    """The mandate a person may exercise in this congress today (代表法61), and those that were over
    with their term: one query."""
    day = today()
    rows = Mandate.objects.still_theirs_on(day).unpaused_on(day)
    rows = rows.filter(person__user_id=user_id, congress=congress)
    for pk, until_on in rows.values_list("pk", "until_on"):
        is_over = until_on is not None and until_on < day
        yield Held(FORMER_DEPUTY if is_over else DEPUTY, pk)


def standing_mandate(mandate: Mandate, day: date) -> Mandate:
    """The mandate with which its person acts on a day: this one, or the one that followed it here
    after a change of term."""
    if mandate.until_on is None or mandate.until_on >= day:
        return mandate
    same = Mandate.objects.held_on(day).filter(
        person_id=mandate.person_id, congress_id=mandate.congress_id
    )
    return same.first() or mandate


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
    """The congresses in which a person holds a post or a mandate today, or held one to the end of
    its term."""
    if user_id is None:
        return []
    posts = Post.objects.held_on(today()).filter(user_id=user_id)
    mandates = Mandate.objects.still_theirs_on(today()).filter(person__user_id=user_id)
    mine = Q(pk__in=posts.values("body__congress_id")) | Q(pk__in=mandates.values("congress_id"))
    return list(Congress.objects.filter(mine).order_by("path"))


def deputies_in_office(congress_id: int, day: date) -> int:
    """How many deputies a congress has on a day, suspended ones among them: the seats are theirs.

    It is the base of quorum and majority (组织法14.4、25).
    """
    return Mandate.objects.held_on(day).filter(congress_id=congress_id).count()


def committee_members(congress_id: int, day: date) -> int:
    """How many members the standing committee has on a day, each person once (组织法51)."""
    rows = Membership.objects.held_on(day).filter(
        congress_id=congress_id, body__kind=BodyKind.STANDING_COMMITTEE
    )
    return rows.values("person").distinct().count()


def groups_for_topic(congress_id: int, words: str) -> list[Group]:
    """The professional groups whose field a topic touches, the nearest first (office.md 1.18)."""
    there = Group.objects.filter(
        kind=GroupKind.PROFESSION,
        body__in=Body.objects.there_on(today()).filter(congress_id=congress_id),
    )
    found = [(likeness(common_words(g.field, words)), g) for g in there.select_related("body")]
    found.sort(key=lambda pair: (-pair[0], pair[1].body.order))
    return [group for score, group in found if score]
