"""The list: chips with counts, filters as you type, one clock a row."""

from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from renda.congress.models import Succession
from renda.congress.queries import organs, sessions_of
from renda.kernel.moment import today
from renda.kernel.pages.decorators import page
from renda.kernel.pages.request import Request
from renda.suggestions import listing
from renda.suggestions.models import Category
from renda.suggestions.permits import deputies_office, own_clocks, works_here, writes_here
from renda.suggestions.queries import visible_to, with_people

PAGE = 50
FILTERS = ("show", "q", "organ", "category", "term")


@page("suggestions/list.html", to=works_here)
def suggestions(request: Request) -> dict[str, Any]:
    """The suggestions this person may read, filtered."""
    asked, here = request.GET, request.actor.congress_id
    mine, whose = visible_to(request.actor), own_clocks(request.actor)
    rows = listing.chosen(mine, asked.get("show", ""), here, whose)
    rows = listing.matching(rows, asked.get("q", ""))
    if asked.get("organ", "").isdecimal():
        organ = int(asked["organ"][:18])
        rows = listing.at_organ(rows, organ_id__in=[organ, *Succession.predecessors_of(organ)])
    if asked.get("category") in Category.values:
        rows = rows.filter(category=asked["category"])
    rows = listing.in_term(rows, asked.get("term", ""))
    total = rows.order_by().count()
    if asked.get("before", "").isdecimal():
        rows = rows.filter(pk__lt=int(asked["before"][:18]))
    sessions = sessions_of(here)
    shown = list(with_people(rows.order_by("-id"))[: PAGE + 1])
    older = _with(asked, shown[PAGE - 1].pk) if len(shown) > PAGE else ""
    return {
        "rows": listing.with_badges(shown[:PAGE], here, whose),
        "total": total,
        "chips": listing.chips(mine, here, asked.get("show", ""), whose),
        "organs": organs(here, today()),
        "categories": Category.choices,
        "terms": listing.term_choices(sessions),
        "present_term": sessions[0].term_id if sessions else None,
        "asked": asked.dict(),
        "older": older,
        "first": _with(asked, None) if asked.get("before") else "",
        "is_filtered": any(asked.get(name) for name in FILTERS),
        "may_register": deputies_office(request.actor),
        "may_write": writes_here(request.actor),
    }


def _with(asked: QueryDict, before: int | None) -> str:
    """The address of this list from another place on."""
    kept = {name: value for name, value in asked.items() if name in FILTERS and value}
    return "?" + urlencode(kept | ({"before": before} if before else {}))
