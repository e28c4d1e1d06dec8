"""What is public, as questions."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from renda.congress.models import Congress
from renda.suggestions import queries as suggestions
from renda.suggestions.entries import Evaluation, Satisfaction
from renda.suggestions.listing import matching
from renda.suggestions.models import Suggestion
from renda.suggestions.states import HandlingState
from renda.suggestions.states import SuggestionState as at

__all__ = ["Branch", "Figure", "figures", "matching", "older_than", "published", "tree"]


@dataclass(frozen=True)
class Branch:
    """A congress with those below it."""

    congress: Congress
    below: list["Branch"] = field(default_factory=list)


def tree(congresses: Iterable[Congress]) -> list[Branch]:
    """The congresses as a tree; one whose upper congress is not here stands at the top."""
    branches = {c.pk: Branch(c) for c in congresses}
    tops: list[Branch] = []
    for branch in branches.values():
        upper = branches.get(branch.congress.parent_id or 0)
        (upper.below if upper else tops).append(branch)
    return tops


@dataclass(frozen=True)
class Figure:
    """A number with its base, and where it opens (empty: nothing to open yet)."""

    label: Any
    value: int
    base: Any
    url_name: str = ""


def published(congress_id: int) -> QuerySet[Suggestion]:
    """Published suggestions with everything their page shows, newest first."""
    return suggestions.with_everything(suggestions.published(congress_id)).order_by(
        "-published_on", "-pk"
    )


def older_than(rows: QuerySet[Suggestion], congress_id: int, pk: int) -> QuerySet[Suggestion]:
    """Those published before this one; nothing when it is not published here."""
    mark = suggestions.published(congress_id).filter(pk=pk).first()
    if mark is None:
        return rows.none()
    same_day = Q(published_on=mark.published_on, pk__lt=pk)
    return rows.filter(Q(published_on__lt=mark.published_on) | same_day)


def figures(congress_id: int) -> list[Figure]:
    """The few numbers of the public home: accepted, answered, published, judged."""
    accepted = Suggestion.objects.filter(congress_id=congress_id, number__isnull=False)
    states = list(accepted.values_list("state", "published_on"))
    answered = sum(state in (at.REPLIED, at.CLOSED) for state, _on in states)
    opened = sum(on is not None for _state, on in states)
    content, judged = _judged(congress_id)
    total = {"total": len(states)}
    return [
        Figure(_("Suggestions accepted"), len(states), _("so far")),
        Figure(_("Answered"), answered, _("of %(total)d accepted") % total),
        Figure(_("Published"), opened, _("of %(total)d accepted") % total, "portal:published"),
        Figure(
            _("Deputies satisfied or mostly satisfied"),
            content,
            _("of %(total)d replies judged") % {"total": judged},
        ),
    ]


def _judged(congress_id: int) -> tuple[int, int]:
    """How many judgements of a last reply found the result good, and how many there are."""
    last = Evaluation.objects.filter(
        reply__handling__congress_id=congress_id,
        reply__is_void=False,
        reply__round=F("reply__handling__round"),
    ).exclude(reply__handling__state=HandlingState.VOID)
    results = list(last.values_list("result", flat=True))
    return sum(result != Satisfaction.DISSATISFIED for result in results), len(results)
