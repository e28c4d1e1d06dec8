"""How django-allauth does things here: nobody signs up, every password is counted and logged."""

from collections.abc import Callable
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.contrib.auth import authenticate
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from renda.accounts import lockout, proof, seen
from renda.accounts.guessing import judged
from renda.accounts.models import User
from renda.accounts.queries import find
from renda.accounts.security import Kind, record

# What the vendor's templates of messages would say; those not named here are not said.
SAID = {
    "account/messages/logged_out.txt": _("You have signed out."),
    "account/messages/password_changed.txt": _(
        "The password was changed. Everywhere else you have been signed out."
    ),
}


class Adapter(DefaultAccountAdapter):
    """The house's answers to the vendor's questions."""

    error_messages = DefaultAccountAdapter.error_messages | {
        # One text for an unknown name, a wrong password and a closed account.
        "username_password_mismatch": _(
            "The name or number and the password do not belong together, or the account is closed."
        ),
        "enter_current_password": _("This is not your present password."),
        "incorrect_password": _("This is not your password."),
    }

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """Accounts are made by the office."""
        return False

    def get_login_stages(self) -> list[str]:
        """What comes between the password, or the office's code, and being signed in."""
        return [f"renda.accounts.stages.{name}" for name in ("ShowSecondFactor", "ChoosePassword")]

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The password; a second factor is asked for by `demanding`."""
        if not user.is_authenticated or not user.has_usable_password():
            return []
        return [{"id": "reauthenticate", "url": reverse("account_reauthenticate")}]

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        """An account that was closed a moment ago: to sign-in, where every answer is the same."""
        return HttpResponseRedirect(reverse("account_login"))

    def is_ajax(self, _request: HttpRequest) -> bool:
        """Pages only: no second door that answers in JSON."""
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """Only a path of this site, never a host, not even our own by another name."""
        return bool(url and url[0] == "/") and url_has_allowed_host_and_scheme(url, None)

    def get_password_change_redirect_url(self, _request: HttpRequest) -> str:
        """The list of devices shows that the others are signed out."""
        return reverse("usersessions_list")

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Our own words for the vendor's message templates."""
        if said := message or SAID.get(message_template or ""):
            messages.add_message(request, level, said, extra_tags=extra_tags)

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """The person with this name or number and password; raises ValidationError if locked."""
        login = str(credentials.get("username", ""))
        person = find(login)

        def check() -> AbstractBaseUser | None:
            return authenticate(request, person=person, password=credentials.get("password"))

        return self._judged(request, person, login, check)

    def reauthenticate(self, user: User, password: str) -> bool:
        """Whether it is this person's password: counted like a sign-in."""
        found = self._judged(
            self.request, user, "", lambda: user if user.check_password(password) else None
        )
        if found is not None:
            proof.password_shown(self.request, user)
        return found is not None

    def login(self, request: HttpRequest, user: Any) -> None:
        """Begin a session with a new key, and note since when. Whoever comes here has just typed
        the password or chosen one."""
        super().login(request, user)
        seen.begin(request)
        proof.password_shown(request, user)
        record(request, Kind.SIGN_IN, user, proof.factor_of(request, user))

    def logout(self, request: HttpRequest) -> None:
        """End this session."""
        record(request, Kind.SIGN_OUT, request.user)
        super().logout(request)

    def _judged(
        self,
        request: HttpRequest,
        person: User | None,
        login: str,
        check: Callable[[], AbstractBaseUser | None],
    ) -> AbstractBaseUser | None:
        try:
            return judged(request, person, check, login=login)
        except lockout.LockedOut as locked:
            raise ValidationError(str(locked)) from locked
