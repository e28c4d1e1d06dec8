"""找代表: who sits in the congress, for everyone to read; and who may attend here from above."""

from typing import Any
from urllib.parse import urlencode

from django.shortcuts import get_object_or_404

from renda.deputies.cards import card, public
from renda.deputies.listing import elected_here
from renda.deputies.naming import listed_name, unit_name
from renda.deputies.permits import reads_deputies
from renda.kernel.pages.decorators import page
from renda.kernel.pages.request import Request
from renda.kernel.permits.who import everyone

PAGE = 120


@page("deputies/public.html", to=everyone)
def deputies(request: Request) -> dict[str, Any]:
    """The deputies in office, unit by unit, found by name or place."""
    word, asked = request.GET.get("q", ""), request.GET.get("page", "")
    rows = public(request.congress.pk, word)
    total = rows.order_by().count()
    number = max(int(asked[:6]), 1) if asked.isascii() and asked.isdecimal() else 1
    shown = rows[(number - 1) * PAGE : number * PAGE]
    return {
        "units": _by_unit(shown),
        "total": total,
        "asked": word,
        "earlier": _with(word, number - 1) if number > 1 else "",
        "later": _with(word, number + 1) if number * PAGE < total else "",
    }


@page("deputies/card.html", to=everyone)
def deputy(request: Request, pk: int) -> dict[str, Any]:
    """One deputy's card."""
    return {"card": card(get_object_or_404(public(request.congress.pk), pk=pk))}


@page("deputies/above.html", to=reads_deputies)
def above(request: Request) -> dict[str, Any]:
    """Deputies of higher congresses who may attend here without a vote (代表法34)."""
    rows = [(m, listed_name(m.person), unit_name(m)) for m in elected_here(request.congress)]
    return {"rows": rows}


def _by_unit(rows: Any) -> list[tuple[str, list[Any]]]:
    units: dict[str, list[Any]] = {}
    for mandate in rows:
        units.setdefault(unit_name(mandate), []).append(mandate)
    return list(units.items())


def _with(word: str, number: int) -> str:
    return "?" + urlencode(({"q": word} if word else {}) | {"page": str(number)})
