"""Preferences without an account, and the autosave of forms."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.http import url_has_allowed_host_and_scheme

from renda.kernel.pages import drafts
from renda.kernel.pages.decorators import act
from renda.kernel.pages.look import ELDER, THEME, THEMES, YEAR
from renda.kernel.pages.request import Request
from renda.kernel.permits.who import everyone, signed_in


@act(to=everyone, keyed=False)
def preferences(request: Request) -> HttpResponse:
    """Large type, light or dark, language: one choice a button, kept for a year."""
    answer = HttpResponseRedirect(_back(request))
    chosen = request.POST
    if "elder" in chosen:
        _cookie(answer, ELDER, "1" if chosen["elder"] == "1" else "")
    if "theme" in chosen:
        _cookie(answer, THEME, chosen["theme"] if chosen["theme"] in THEMES else "")
    if chosen.get("language") in dict(settings.LANGUAGES):
        _cookie(answer, settings.LANGUAGE_COOKIE_NAME, chosen["language"])
    return answer


@act(to=signed_in, keyed=False)
def draft(request: Request) -> HttpResponse:
    """Keep what is typed in a form; the page tells when it was kept."""
    kept = drafts.keep(
        request.actor.user_id,
        request.actor.congress_id,
        request.POST.get("form_key", ""),
        dict(request.POST.lists()),
    )
    return JsonResponse({"saved_at": f"{kept.saved_at:%H:%M}" if kept else None})


def _back(request: Request) -> str:
    asked = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        asked, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return asked if is_ours else "/"


def _cookie(answer: HttpResponse, name: str, value: Any) -> None:
    if value:
        answer.set_cookie(
            name, value, max_age=YEAR, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
        )
    else:
        answer.delete_cookie(name, samesite="Lax")
