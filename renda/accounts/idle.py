"""After a pause the session ends, and what was typed meanwhile is kept for the next sign-in."""

from collections.abc import Callable
from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from renda.accounts import seen, typed
from renda.accounts.security import Kind, record

STILL_OPEN = ("account_login", "account_logout")  # these do what they say, signed out


class IdleSignOut:
    """Stands after the congress's middleware: a kept draft belongs to a congress."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Note on the way out that the person was here."""
        answer = self.get_response(request)
        late_user_id = getattr(request, "late_user_id", None)
        if late_user_id is not None:
            seen.remember_late(answer, late_user_id)
        if seen.is_signed_in(request):
            if not _is_over(request):
                seen.refresh(request, answer)
        elif seen.SEEN in request.COOKIES:
            answer.delete_cookie(seen.SEEN, samesite="Lax")
        return answer

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """End a session that is over before its request does anything."""
        if not seen.is_signed_in(request):
            return self._typed_after_the_end(request)
        if not _is_over(request):
            return None
        user_id = cast(int, request.user.pk)
        why = _why(request)
        record(request, Kind.IDLE_SIGN_OUT, request.user)
        logout(request)
        request.late_user_id = user_id  # type: ignore[attr-defined]
        messages.warning(request, why)
        return self._kept_and_sent(request, user_id)

    def _typed_after_the_end(self, request: HttpRequest) -> HttpResponse | None:
        if request.method != "POST" or seen.LATE not in request.COOKIES:
            return None
        user_id = seen.late_user_id(request)
        if user_id is None or "form_key" not in request.POST:
            return None
        return self._kept_and_sent(request, user_id)

    def _kept_and_sent(self, request: HttpRequest, user_id: int) -> HttpResponse | None:
        said = _("What you typed is kept and will be there when you have signed in.")
        typed.keep(request, user_id, said)
        match = request.resolver_match
        if match is not None and match.url_name in STILL_OPEN:
            return None
        return typed.sent(request, redirect_to_login(typed.way_back(request)).url)


def _is_over(request: HttpRequest) -> bool:
    return seen.is_idle(request) or seen.is_too_old(request)


def _why(request: HttpRequest) -> str:
    if seen.is_too_old(request):
        return _(
            "You have been signed out: a sign-in lasts %(hours)s hours. Please sign in again."
        ) % {"hours": settings.RENDA_SESSION_HOURS}
    return _(
        "You have been signed out, because nothing was done here for %(minutes)s minutes. "
        "Please sign in again."
    ) % {"minutes": settings.RENDA_IDLE_MINUTES}
