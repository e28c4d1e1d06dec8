"""等您的: what waits for this person, the most urgent first."""

from typing import Any

from renda.kernel.clock.moment import now
from renda.kernel.notices.queries import lines, to_print, visible_to
from renda.kernel.pages.decorators import page
from renda.kernel.pages.request import Request
from renda.kernel.permits.who import signed_in
from renda.suggestions import listing
from renda.suggestions.permits import deputies_office, leaders
from renda.suggestions.queries import visible_to as suggestions_visible_to
from renda.suggestions.waiting import tasks


@page("desk/home.html", to=signed_in)
def home(request: Request) -> dict[str, Any]:
    """One page for every role: the first thing to do, the rest, and what was heard."""
    actor = request.actor
    assert actor.congress_id is not None
    oversees = deputies_office(actor) or leaders(actor)
    work = tasks(actor)
    return {
        "now": now(),
        "tasks": work,
        "first": work[0] if work else None,
        "chips": _chips(request) if oversees else [],
        "heard": lines(visible_to(actor).filter(read_at=None)[:5]),
        "to_print": to_print(actor.congress_id).count() if deputies_office(actor) else 0,
    }


def _chips(request: Request) -> list[listing.Chip]:
    rows = suggestions_visible_to(request.actor)
    return listing.chips(rows, request.congress.pk, "")
