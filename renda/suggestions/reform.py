"""What a reform of organs does to suggestions: the open parts pass to the successor.

What is closed stays where it is. An assisting organ that has given its opinion owes nothing more,
so that stays too. Where the successor has a part of its own in the same matter, it answers once.
"""

from collections.abc import Iterable, Sequence

from django.db.models import QuerySet

from renda.congress.inheriting import Item, Passing
from renda.kernel.clock.models import Deadline
from renda.kernel.permits.actor import Actor, the_system
from renda.suggestions import handling as steps
from renda.suggestions.models import Handling, OrganRole, Suggestion
from renda.suggestions.naming import short_number
from renda.suggestions.queries import address, visible_to
from renda.suggestions.states import HandlingState as at
from renda.suggestions.states import SuggestionState

PENDING = (at.OFFERED, at.RECEIVED)
OPEN = (*PENDING, at.ANSWERED, at.REOPENED)
RANK = (OrganRole.LEAD, OrganRole.SEPARATE, OrganRole.ASSISTING)


def open_at(bodies: Iterable[int]) -> list[Item]:
    """The parts of these organs in suggestions that are not closed."""
    rows = _open(bodies).select_related(
        "suggestion__congress", "suggestion__session__term", "suggestion__session__congress"
    )
    return [
        Item(
            part.pk,
            part.organ_id,
            short_number(part.suggestion),
            _called(part.suggestion),
            address(part.suggestion),
        )
        for part in rows.order_by("suggestion__session_id", "suggestion__number", "pk")
    ]


def readable(actor: Actor, items: Sequence[Item]) -> set[int]:
    """Those of these parts whose suggestion somebody may read."""
    rows = Handling.objects.filter(pk__in=[item.pk for item in items])
    return set(rows.filter(suggestion__in=visible_to(actor)).values_list("pk", flat=True))


def judged_at(bodies: Iterable[int]) -> list[Item]:
    """The open suggestions that these bodies judge in a deputy's place."""
    rows = Suggestion.objects.filter(judge_body__in=list(bodies))
    rows = rows.exclude(state=SuggestionState.CLOSED)
    rows = rows.select_related("congress", "session__term", "session__congress")
    return [
        Item(row.pk, row.judge_body_id or 0, short_number(row), _called(row), address(row))
        for row in rows.order_by("session_id", "number", "pk")
    ]


def readable_ones(actor: Actor, items: Sequence[Item]) -> set[int]:
    """Those of these suggestions that somebody may read."""
    rows = visible_to(actor).filter(pk__in=[item.pk for item in items])
    return set(rows.values_list("pk", flat=True))


def hold(bodies: Iterable[int]) -> None:
    """Lock them as a step does, the whole before its parts, and their clocks."""
    wholes = list(_open(bodies).values_list("suggestion_id", flat=True))
    list(Suggestion.objects.select_for_update().filter(pk__in=wholes).order_by("pk"))
    parts = Handling.objects.select_for_update().filter(suggestion_id__in=wholes).order_by("pk")
    ids = [part.pk for part in parts]
    clocks = Deadline.objects.of_many("suggestions.handling", ids).running()
    list(clocks.select_for_update().order_by("pk"))


def pass_on(passing: Passing) -> int:
    """Pass them on; returns how many the successor took over."""
    rows = _open([passing.old.pk]).filter(pk__in=passing.only)
    wholes = rows.order_by("suggestion_id").values_list("suggestion_id", flat=True).distinct()
    return sum(_pass_one(passing, suggestion_id) for suggestion_id in list(wholes))


def _pass_one(passing: Passing, suggestion_id: int) -> int:
    """One suggestion: what is superfluous at the successor is merged first, the rest passes."""
    system = the_system(passing.old.congress_id)
    parts = Handling.objects.filter(suggestion_id=suggestion_id, state__in=OPEN)
    rows = list(parts.select_related("suggestion").prefetch_related("contacts"))
    mine = [h for h in rows if h.organ_id == passing.old.pk and h.pk in passing.only]
    theirs = [h for h in rows if h.organ_id == passing.new.pk]
    merged = superfluous([*theirs, *mine])
    for part in merged:
        steps.merge(part, by=system, reason=passing.reason)
    heirs = [part for part in mine if part not in merged]
    for part in heirs:
        steps.inherit(part, by=system, heir=passing.new, reason=passing.reason)
    return len(heirs)


def superfluous(parts: list[Handling]) -> list[Handling]:
    """Of the parts that one organ would have in one matter, those not to be answered apart.

    An organ does not assist itself; of several parts that nobody has answered yet the weightiest
    remains: lead before separate before assisting, signed for, talked about, the older.
    """
    waiting = sorted((h for h in parts if h.state in PENDING), key=_weight)
    must = [h for h in waiting if h.must_answer]
    assisting = [h for h in waiting if not h.must_answer]
    is_answering = any(h.must_answer for h in parts)
    return must[1:] + (assisting if is_answering else assisting[1:])


def _weight(part: Handling) -> tuple[int, bool, int, int]:
    is_fresh = part.state == at.OFFERED
    return RANK.index(OrganRole(part.role)), is_fresh, -len(part.contacts.all()), part.pk


def _open(bodies: Iterable[int]) -> QuerySet[Handling]:
    rows = Handling.objects.filter(organ__in=list(bodies), state__in=OPEN)
    return rows.exclude(suggestion__state=SuggestionState.CLOSED)


def _called(suggestion: Suggestion) -> str:
    return f"{short_number(suggestion)} {suggestion}".strip()
