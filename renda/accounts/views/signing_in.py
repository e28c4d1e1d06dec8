"""Signing in, and a new password: the vendor's pages, outside @page and @act."""

from typing import Any

from allauth.account.views import LoginView, PasswordChangeView
from django.http import Http404, HttpRequest, HttpResponse

from renda.accounts import office, sessions
from renda.accounts.actions.admissions import void_all
from renda.accounts.security import Kind, record


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
        void_all(form.user)  # a code of the office that lies about is good for nothing now
        sessions.end(form.user, keep=self.request.session.session_key)
        return answer
