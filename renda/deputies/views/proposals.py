"""Changes of the data of people who sit in several congresses: asked here, answered there."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from renda.congress.permits import deputies_office
from renda.deputies.actions.changes import answer_change, take_back_change
from renda.deputies.models import Person, PersonChange
from renda.deputies.queries import not_over
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.request import Request, version_seen
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.who import signed_in
from renda.kernel.registers.history import field_label, shown_value

SHOWN = 50


@dataclass(frozen=True)
class Shown:
    """A proposal with its lines: what, so far, and new."""

    proposal: PersonChange
    lines: list[tuple[str, str, str]]
    is_ours: bool


@page("deputies/proposals.html", to=deputies_office)
def proposals(request: Request) -> dict[str, Any]:
    """What waits for this office's answer, and what this office has asked."""
    rows = list(_visible_to(request.actor)[:SHOWN])
    shown = [_shown(row, request.congress.pk) for row in rows]
    return {
        "to_answer": [s for s in shown if not s.is_ours and s.proposal.is_open],
        "asked": [s for s in shown if s.is_ours and s.proposal.is_open],
        "answered": [s for s in shown if not s.proposal.is_open],
    }


@act(to=signed_in, again=proposals)
def accept(request: Request, pk: int) -> str:
    """Accept: it holds at once, everywhere."""
    answer_change(
        proposal=_get(request, pk), is_accepted=True, seen=version_seen(request), by=request.actor
    )
    messages.success(request, _("Accepted. The new data hold in all congresses."))
    return _back(request)


@act(to=signed_in, again=proposals)
def decline(request: Request, pk: int) -> str:
    """Decline, with a reason."""
    answer_change(
        proposal=_get(request, pk),
        is_accepted=False,
        why=request.POST.get("why", "")[:200],
        seen=version_seen(request),
        by=request.actor,
    )
    messages.success(request, _("Declined. The other office is told why."))
    return _back(request)


@act(to=signed_in, again=proposals)
def take_back(request: Request, pk: int) -> str:
    """Take the own proposal back."""
    take_back_change(proposal=_get(request, pk), seen=version_seen(request), by=request.actor)
    messages.success(request, _("Taken back."))
    return _back(request)


def _visible_to(actor: Actor) -> QuerySet[PersonChange]:
    """Those this congress made, and those about people who sit here too."""
    mine = Q(congress_id=actor.congress_id)
    here = not_over().filter(mine).values("person_id")
    answered = Q(answered_by_id=actor.congress_id)
    rows = PersonChange.objects.filter(mine | answered | Q(person_id__in=here))
    return rows.select_related("person", "congress", "answered_by").order_by("-pk")


def _get(request: Request, pk: int) -> PersonChange:
    """For the offices only; nobody else knows of it."""
    rows = _visible_to(request.actor)
    mine = rows if deputies_office(request.actor) else rows.none()
    found: PersonChange = get_object_or_404(mine, pk=pk)
    return found


def _shown(row: PersonChange, congress_id: int) -> Shown:
    lines = [
        (
            field_label(Person, name),
            shown_value(Person, name, row.before.get(name)),
            shown_value(Person, name, value),
        )
        for name, value in row.values.items()
    ]
    if tail := row.mobile_tail:
        said = _("ends in %(tail)s")
        before = row.person.mobile_tail
        was = said % {"tail": before} if before else _("none")
        lines.append((_("Mobile number"), was, said % {"tail": tail}))
    return Shown(row, lines, row.congress_id == congress_id)


def _back(request: Request) -> str:
    return reverse("deputies:proposals", args=[request.congress.slug])
