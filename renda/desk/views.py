"""等您的: what waits for this person, the most urgent first."""

from typing import Any

from renda.congress.first_steps import missing
from renda.congress.permits import keeps_accounts
from renda.desk import agenda, elsewhere
from renda.kernel.moment import now
from renda.kernel.notices.queries import lines, to_print, visible_to
from renda.kernel.pages.decorators import page
from renda.kernel.pages.request import Request
from renda.kernel.permits.who import signed_in
from renda.suggestions import listing
from renda.suggestions.permits import deputies_office, deputy, leaders, works_here
from renda.suggestions.queries import visible_to as suggestions_visible_to
from renda.suggestions.waiting import Task, tasks, waiting_count


@page("desk/home.html", to=signed_in)
def home(request: Request) -> dict[str, Any]:
    """One page for every role: the first thing to do, the rest, and what was heard."""
    actor = request.actor
    is_office = deputies_office(actor)
    return {
        "now": now(),
        "greeting": agenda.greeting(now(), str(actor.user)),
        "works_here": works_here(actor),
        "is_office": is_office,
        "is_deputy": deputy(actor),
        "waiting": waiting_count(actor),
        "chips": _chips(request) if is_office or leaders(actor) else [],
        "heard": lines(visible_to(actor).filter(read_at=None)[:5]),
        "places": elsewhere.places(actor),
        "is_keeper": keeps_accounts(actor),
        "missing": missing(request.congress) if keeps_accounts(actor) else 0,
        "to_print": to_print(actor.congress_id).count() if is_office else 0,
        **_laid_out(tasks(actor)),
    }


def _laid_out(work: list[Task]) -> dict[str, Any]:
    if not work:
        return {"first": None, "clock": None, "groups": []}
    return {
        "first": agenda.item(work[0]),
        "clock": work[0].clock,
        "groups": agenda.grouped(work[1:]),
    }


def _chips(request: Request) -> list[listing.Chip]:
    rows = suggestions_visible_to(request.actor)
    return listing.chips(rows, request.congress.pk, "")
