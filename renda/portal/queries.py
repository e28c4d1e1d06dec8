"""What is public, as questions."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from renda.congress.models import Congress, Post
from renda.deputies.models import Mandate
from renda.kernel.clock.moment import today
from renda.suggestions import queries as suggestions
from renda.suggestions.listing import matching
from renda.suggestions.models import Suggestion
from renda.suggestions.states import SuggestionState as at

__all__ = ["Figure", "figures", "matching", "published", "way", "workplaces"]


@dataclass(frozen=True)
class Figure:
    """A number with its base, and where it opens (empty: nothing to open yet)."""

    label: Any
    value: int
    base: Any


def workplaces(user_id: int | None) -> list[Congress]:
    """The congresses in which a person holds a post or a mandate today."""
    if user_id is None:
        return []
    posts = Post.objects.held_on(today()).filter(user_id=user_id)
    mandates = Mandate.objects.held_on(today()).filter(person__user_id=user_id)
    mine = Q(pk__in=posts.values("body__congress_id")) | Q(pk__in=mandates.values("congress_id"))
    return list(Congress.objects.filter(mine).order_by("path"))


def published(congress_id: int) -> QuerySet[Suggestion]:
    """Published suggestions with everything their page shows."""
    return suggestions.with_everything(suggestions.published(congress_id)).order_by(
        "-published_on", "-pk"
    )


def figures(congress_id: int) -> list[Figure]:
    """The few numbers of the public home: accepted, answered, published."""
    accepted = Suggestion.objects.filter(congress_id=congress_id, number__isnull=False)
    states = list(accepted.values_list("state", "published_on"))
    answered = sum(state in (at.REPLIED, at.CLOSED) for state, _on in states)
    opened = sum(on is not None for _state, on in states)
    total = {"total": len(states)}
    return [
        Figure(_("Suggestions accepted"), len(states), ""),
        Figure(_("Answered"), answered, _("of %(total)d accepted") % total),
        Figure(_("Published"), opened, _("of %(total)d accepted") % total),
    ]


@dataclass(frozen=True)
class Stop:
    """One stop on the way of a published suggestion: a day and what happened."""

    on: Any
    label: Any


def way(suggestion: Suggestion) -> list[Stop]:
    """The way a citizen sees: put forward, assigned, answered, judged, published."""
    parts = suggestion.standing
    stops = [Stop(suggestion.submitted_on, _("Put forward by the deputy"))]
    stops += [Stop(min(h.assigned_on for h in parts), _("Assigned to be handled"))] if parts else []
    for reply in sorted((r for h in parts for r in h.replies.all()), key=lambda r: r.replied_on):
        stops.append(Stop(reply.replied_on, _("The organ replied")))
        stops += [Stop(e.judged_on, _("The deputy judged the reply")) for e in reply.evaluations.all()]
    stops.append(Stop(suggestion.published_on, _("Published")))
    return sorted(stops, key=lambda stop: stop.on)
