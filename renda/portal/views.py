"""What citizens see: the congress, what was published, and that nothing was altered."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from renda.congress.models import Congress
from renda.deputies.queries import workplaces
from renda.kernel.moment import today
from renda.kernel.pages.decorators import page
from renda.kernel.pages.request import Request
from renda.kernel.permits.who import everyone
from renda.kernel.trail.models import Chain, Event
from renda.portal import queries
from renda.portal.sheets import sheet, way

PAGE = 20


@page("portal/index.html", to=everyone)
def index(request: Request) -> dict[str, Any] | HttpResponse:
    """Somebody at work goes to their desk; others to the only congress, or choose one."""
    mine = workplaces(request.actor.user_id)
    if len(mine) == 1:
        return HttpResponseRedirect(reverse("desk:home", args=[mine[0].slug]))
    congresses = list(Congress.objects.order_by("path"))
    if len(congresses) == 1:
        return HttpResponseRedirect(reverse("portal:home", args=[congresses[0].slug]))
    return {"branches": queries.tree(congresses), "mine": mine}


@page("portal/home.html", to=everyone)
def home(request: Request) -> dict[str, Any]:
    """A congress's public face."""
    rows = queries.published(request.congress.pk)
    return {
        "figures": queries.figures(request.congress.pk),
        "latest": [sheet(row) for row in rows[:5]],
        "day": today(),
    }


@page("portal/published.html", to=everyone)
def published(request: Request) -> dict[str, Any]:
    """Suggestions that were published, newest first."""
    word, before = request.GET.get("q", ""), request.GET.get("before", "")
    here = request.congress.pk
    rows = queries.matching(queries.published(here), word)
    total = rows.order_by().count()
    if before.isdecimal():
        rows = queries.older_than(rows, here, int(before[:18]))
    shown = list(rows[: PAGE + 1])
    return {
        "sheets": [sheet(row) for row in shown[:PAGE]],
        "total": total,
        "asked": word,
        "older": _with(word, shown[PAGE - 1].pk) if len(shown) > PAGE else "",
        "first": _with(word, None) if before else "",
    }


def _with(word: str, before: int | None) -> str:
    """The address of this list from another place on."""
    kept = {"q": word} if word else {}
    return "?" + urlencode(kept | ({"before": str(before)} if before else {}))


@page("portal/suggestion.html", to=everyone)
def suggestion(request: Request, pk: int) -> dict[str, Any]:
    """One published suggestion with its way: question, organs, replies, judgement."""
    shown = sheet(get_object_or_404(queries.published(request.congress.pk), pk=pk))
    return {"sheet": shown, "suggestion": shown.suggestion, "way": way(shown)}


@page("portal/trail.html", to=everyone)
def trail(request: Request) -> dict[str, Any]:
    """The head of the congress's chain, for whoever wants to hold us to it later."""
    here = request.congress.pk
    return {
        "chain": Chain.objects.filter(congress_id=here, seq__gt=0).first(),
        "last": Event.objects.filter(congress_id=here).order_by("-seq").first(),
    }


@page(None, to=everyone)
def robots(request: Request) -> HttpResponse:
    """Search engines keep out of a demo and out of everyone's own work."""
    rule = "Disallow: /" if settings.RENDA_IS_DEMO else "Disallow: /*/desk/"
    return HttpResponse(f"User-agent: *\n{rule}\n", content_type="text/plain")
