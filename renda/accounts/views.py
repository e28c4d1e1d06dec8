"""The pages of the door; the vendor's (sign-in, sign-out, passwords) are outside @page and @act."""

from typing import Any

from allauth.account.views import LoginView, PasswordChangeView
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from renda.accounts import office, sessions
from renda.accounts.devices import device_of
from renda.accounts.models import User
from renda.accounts.queries import sessions_of
from renda.accounts.security import Kind, record
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.request import Request
from renda.kernel.permits.who import signed_in


class SignIn(LoginView):
    """Sign in by user name or mobile number."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Whom to call stands on the page, whether or not something went wrong."""
        return {**super().get_context_data(**kwargs), "office": office.lines(self.request)}


class NewPassword(PasswordChangeView):
    """Change one's password; every other device is signed out."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """An account that has no password has none to change."""
        if request.user.is_authenticated and not request.user.has_usable_password():
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        """The new password, then the log, then the other sessions."""
        answer: HttpResponse = super().form_valid(form)
        record(self.request, Kind.PASSWORD_CHANGED, form.user)
        sessions.end(form.user, keep=self.request.session.session_key)
        return answer


@page("usersessions/usersession_list.html", to=signed_in)
def session_list(request: Request) -> dict[str, Any]:
    """Where I am signed in."""
    assert isinstance(request.user, User)  # the permit says so
    here = request.session.session_key
    rows = [
        {
            "pk": found.pk,
            "device": device_of(found.user_agent),
            "ip": found.ip,
            "at": found.created_at,
            "is_here": found.session_key == here,
        }
        for found in sessions_of(request.user)
    ]
    return {"sessions": rows, "has_others": any(not row["is_here"] for row in rows)}


@act(to=signed_in, again=session_list, keyed=False)
def end_sessions(request: Request) -> str:
    """Sign out on one other device, or on all of them. Twice is as good as once."""
    assert isinstance(request.user, User)
    asked = request.POST.get("session", "")
    only = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 18 else None
    if only is None and asked != "others":
        raise Http404
    if ended := sessions.end(request.user, keep=request.session.session_key, only=only):
        record(request, Kind.SIGN_OUT, request.user, f"{ended} elsewhere")
    messages.success(request, _("You have been signed out there."))
    return reverse("usersessions_list")
