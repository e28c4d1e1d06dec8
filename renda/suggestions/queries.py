"""What may be seen, as querysets: every list and page starts here."""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from renda.congress.queries import name_then
from renda.congress.roles import ASSISTANT, DEPUTY, FORMER_DEPUTY, SUCCESSOR, Role
from renda.deputies.cards import Performed
from renda.deputies.models import Mandate
from renda.kernel.permits.actor import Actor
from renda.suggestions.entries import Inheritance, Reply
from renda.suggestions.models import Handling, Suggestion
from renda.suggestions.naming import short_number
from renda.suggestions.permits import (
    HANDLERS,
    JUDGING,
    WRITABLE,
    deputies_office,
    judgement_reader,
    leaders,
)
from renda.suggestions.states import HandlingState
from renda.suggestions.states import SuggestionState as at


def visible_to(actor: Actor) -> QuerySet[Suggestion]:
    """The suggestions this actor may read at work in the actor's congress; nobody else's exist.

    A deputy sees the own ones from the first word, an assistant the drafts, an organ those it was
    given, the office and the chairpersons all but drafts, a higher congress's office what is
    published. A deputy whose term is over keeps reading the own ones; who was named to judge in a
    deputy's place reads it.
    """
    rows = Suggestion.objects.filter(congress_id=actor.congress_id)
    seats = actor.places(DEPUTY, FORMER_DEPUTY)
    mine = Q(sponsor_id__in=seats) | Q(judge_deputy_id__in=seats)
    mine |= Q(judge_body_id__in=actor.places(*JUDGING))
    if assisted := actor.places(ASSISTANT):
        mine |= Q(sponsor_id__in=assisted, state__in=WRITABLE)
    if deputies_office(actor) or leaders(actor):
        return rows.filter(mine | ~Q(state=at.DRAFT))
    organs = actor.places(*HANDLERS, SUCCESSOR)
    given = Handling.objects.filter(suggestion=OuterRef("pk"), organ_id__in=organs).exclude(
        state=HandlingState.VOID
    )
    seen = mine | Q(Exists(given)) if organs else mine
    if actor.holds_above(Role.DEPUTIES_OFFICE):
        seen |= Q(published_on__isnull=False)
    return rows.filter(seen)


def published(congress_id: int) -> QuerySet[Suggestion]:
    """What everyone may read."""
    return Suggestion.objects.filter(congress_id=congress_id, published_on__isnull=False)


def with_people(rows: QuerySet[Suggestion]) -> QuerySet[Suggestion]:
    """With sponsor, session and organs: what a list shows."""
    return rows.select_related(
        "sponsor__person", "session__term", "session__congress", "congress"
    ).prefetch_related(Prefetch("handlings", named().order_by("id")))


def named() -> QuerySet[Handling]:
    """Handlings with their organ, and with the name it had when the matter was closed."""
    return Handling.objects.select_related("organ").annotate(
        name_then=name_then("organ", "suggestion__closed_on")
    )


def with_everything(rows: QuerySet[Suggestion]) -> QuerySet[Suggestion]:
    """With all that the detail page and every fact of the steps ask."""
    handlings = named().prefetch_related(
        "contacts", "opinions", Prefetch("replies", Reply.objects.prefetch_related("evaluations"))
    )
    return rows.select_related(
        "sponsor__person",
        "sponsor__delegation",
        "sponsor__term",
        "session__term",
        "session__congress",
        "congress",
        "judge_deputy__person",
        "judge_body",
    ).prefetch_related(Prefetch("handlings", handlings.order_by("id")))


def judged_by(actor: Actor) -> Q:
    """Those that this actor judges: `permits.judges` as a filter."""
    seats = actor.places(DEPUTY, FORMER_DEPUTY)
    own = Q(sponsor_id__in=seats, judge_deputy=None, judge_body=None)
    named = Q(judge_deputy_id__in=seats) | Q(judge_body_id__in=actor.places(*JUDGING))
    return own | named


def written_by(actor: Actor) -> Q:
    """Those that this actor may write: `permits.sponsor` as a filter."""
    roles = (DEPUTY, FORMER_DEPUTY) if actor.holds(DEPUTY) else ()
    return Q(sponsor_id__in=actor.places(*roles))


def with_history(rows: QuerySet[Suggestion]) -> QuerySet[Suggestion]:
    """With whose part each was before, and what organs were called: what the timeline tells."""
    passed = Inheritance.objects.select_related("taken", "old").prefetch_related("old__pasts")
    return rows.prefetch_related(
        Prefetch("handlings__inheritances", passed), "handlings__organ__pasts"
    )


def titles(ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """What items are called in notices, and where they open."""
    rows = Suggestion.objects.filter(pk__in=list(ids)).select_related(
        "congress", "session__term", "session__congress"
    )
    return {row.pk: (_called(row), address(row)) for row in rows}


def handling_titles(ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """A handling is called after its suggestion."""
    rows = Handling.objects.filter(pk__in=list(ids)).select_related(
        "suggestion__congress", "suggestion__session__term", "suggestion__session__congress"
    )
    return {row.pk: (_called(row.suggestion), address(row.suggestion)) for row in rows}


def address(suggestion: Suggestion) -> str:
    """Where it opens for those who work on it."""
    return reverse("suggestions:detail", args=[suggestion.congress.slug, suggestion.pk])


def _called(suggestion: Suggestion) -> str:
    number = short_number(suggestion)
    return f"{number} {suggestion}" if number else str(suggestion)


def may_read_papers(actor: Actor, suggestion_id: int) -> bool:
    """The papers of a suggestion are for whoever may read it."""
    return visible_to(actor).filter(pk=suggestion_id).exists()


def may_read_judgements(actor: Actor, suggestion_id: int) -> bool:
    """The sheet on which a deputy judged holds what is for the congress only (office.md E14)."""
    suggestion = visible_to(actor).filter(pk=suggestion_id).first()
    return suggestion is not None and judgement_reader(actor, suggestion)


def may_read_handling_papers(actor: Actor, handling_id: int) -> bool:
    """The papers of a handling likewise."""
    return visible_to(actor).filter(handlings__pk=handling_id).exists()


def performed(mandate: Mandate) -> Iterable[Performed]:
    """For the public card (代表法58.2): how many of the deputy's suggestions are published."""
    url = reverse("portal:published", args=[mandate.congress.slug])
    many = published(mandate.congress_id).filter(sponsor=mandate).count()
    found = f"{url}?{urlencode({'q': mandate.person.name})}" if many else ""
    return [Performed(_("Suggestions published"), many, found)]
