"""What citizens see: the congress, what was published, and that nothing was altered."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from renda.congress.models import Congress
from renda.kernel.pages.decorators import page
from renda.kernel.pages.request import Request
from renda.kernel.permits.who import everyone
from renda.kernel.trail.models import Chain
from renda.portal import queries

PAGE = 20


@page("portal/index.html", to=everyone)
def index(request: Request) -> dict[str, Any] | HttpResponse:
    """Somebody at work goes to their desk; others to the only congress, or choose one."""
    mine = queries.workplaces(request.actor.user_id)
    if len(mine) == 1:
        return HttpResponseRedirect(reverse("desk:home", args=[mine[0].slug]))
    congresses = list(Congress.objects.order_by("path"))
    if len(congresses) == 1:
        return HttpResponseRedirect(reverse("portal:home", args=[congresses[0].slug]))
    return {"congresses": congresses, "mine": mine}


@page("portal/home.html", to=everyone)
def home(request: Request) -> dict[str, Any]:
    """A congress's public face."""
    rows = queries.published(request.congress.pk)
    return {"figures": queries.figures(request.congress.pk), "latest": list(rows[:5])}


@page("portal/published.html", to=everyone)
def published(request: Request) -> dict[str, Any]:
    """Suggestions that were published, newest first."""
    asked = request.GET
    rows = queries.matching(queries.published(request.congress.pk), asked.get("q", ""))
    total = rows.order_by().count()
    if asked.get("before", "").isdecimal():
        rows = rows.filter(pk__lt=int(asked["before"][:18]))
    shown = list(rows.order_by("-pk")[: PAGE + 1])
    older = {"q": asked.get("q", ""), "before": shown[PAGE - 1].pk} if len(shown) > PAGE else None
    return {"rows": shown[:PAGE], "total": total, "older": older, "asked": asked.get("q", "")}


@page("portal/suggestion.html", to=everyone)
def suggestion(request: Request, pk: int) -> dict[str, Any]:
    """One published suggestion with its way: question, organs, replies, judgement."""
    found = get_object_or_404(queries.published(request.congress.pk), pk=pk)
    return {"suggestion": found, "way": queries.way(found)}


@page("portal/trail.html", to=everyone)
def trail(request: Request) -> dict[str, Any]:
    """The head of the congress's chain, for whoever wants to hold us to it later."""
    return {"chain": Chain.objects.filter(congress_id=request.congress.pk).first()}


@page(None, to=everyone)
def robots(request: Request) -> HttpResponse:
    """Search engines keep out of a demo and out of everyone's own work."""
    rule = "Disallow: /" if settings.RENDA_IS_DEMO else "Disallow: /*/desk/"
    return HttpResponse(f"User-agent: *\n{rule}\n", content_type="text/plain")
