"""Questions about deputies: who holds a mandate today, who is to be told."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from renda.congress.belonging import Holding
from renda.congress.models import Body, Congress, Post, Session, Term
from renda.congress.roles import ASSISTANT, DEPUTY, FORMER_DEPUTY, BodyKind
from renda.deputies.matching import common_words, likeness
from renda.deputies.models import (
    Assistant,
    Certificate,
    Group,
    Mandate,
    MandateQuerySet,
    Membership,
    Person,
    QualificationCase,
    Suspension,
)
from renda.deputies.permits import (
    SITS_IN_COMMITTEE,
    case_office,
    case_worker,
    reads_deputies,
)
from renda.deputies.roles import Extra, GroupKind
from renda.deputies.states import CaseState
from renda.kernel.moment import today
from renda.kernel.notices.hearing import Reader
from renda.kernel.papers.models import Kind, Paper
from renda.kernel.permits.actor import Actor, Held


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


def readers(ids: Iterable[int]) -> list[Reader]:
    """Deputies as readers of notices, by account if they have one, else by name; whose election was
    found void among them."""
    rows = Mandate.ever().filter(pk__in=list(ids)).select_related("person__user")
    return [Reader("mandate", m.pk, _account(m.person), m.person.name) for m in rows]


def _account(person: Person) -> int | None:
    """Where notices reach them; a closed account is none."""
    return person.user.pk if person.user and person.user.is_active else None


def mandate_names(ids: Iterable[int]) -> dict[int, str]:
    """What deputies are called, for the timeline."""
    return dict(Mandate.ever().filter(pk__in=list(ids)).values_list("pk", "person__name"))


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


def deputies_in_office(congress_id: int, day: date) -> int:
    """How many deputies a congress has on a day, suspended ones among them: the seats are theirs.

    It is the base of quorum and majority (组织法14.4、25).
    """
    return Mandate.objects.deputies_on(day).filter(congress_id=congress_id).count()


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


def not_over() -> MandateQuerySet:
    """The mandates held today, from some day on, or once they are confirmed."""
    return Mandate.objects.filter(Q(until_on=None) | Q(until_on__gte=today()))


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


def without_certificate(congress_id: int) -> MandateQuerySet:
    """The deputies in office who have no valid certificate, in the order of the register."""
    valid = valid_certificates().filter(mandate=OuterRef("pk"))
    return deputies_of(congress_id).exclude(Exists(valid)).order_by("order", "pk")


def valid_certificates() -> QuerySet[Certificate]:
    """Those neither lost nor returned."""
    return Certificate.objects.filter(lost_on=None, returned_on=None)


def photos_of(mandate_ids: Iterable[int]) -> dict[int, Paper]:
    """The photographs of these deputies, by mandate: one query."""
    rows = Paper.objects.filter(
        subject_type=Mandate._meta.label_lower,
        subject_id__in=list(mandate_ids),
        kind=Kind.PHOTO,
        is_void=False,
    )
    return {row.subject_id: row for row in rows.order_by("pk") if row.subject_id is not None}


def may_see_photo(actor: Actor, mandate_id: int) -> bool:
    """The office and the deputy always; everyone while the deputy is in office and has chosen to
    show it."""
    mandate = Mandate.objects.filter(pk=mandate_id).select_related("person").first()
    if mandate is None or mandate.congress_id != actor.congress_id:
        return False
    is_own = actor.user_id is not None and mandate.person.user_id == actor.user_id
    if is_own or reads_deputies(actor):
        return True
    is_chosen = Extra.PHOTO in mandate.person.public_extras
    return is_chosen and deputies_of(mandate.congress_id).filter(pk=mandate_id).exists()


def may_read_case_papers(actor: Actor, case_id: int) -> bool:
    """Reports of the committee are for those who work on the case; a deputy reads the outcome."""
    case = cases_visible_to(actor).filter(pk=case_id).first()
    return case is not None and case_worker(actor, case)


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
