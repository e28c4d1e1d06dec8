"""How django-allauth does things here: nobody signs up, every password is counted and logged."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.contrib.auth import authenticate
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from renda.accounts import lockout, seen
from renda.accounts.address import network_of
from renda.accounts.models import User
from renda.accounts.queries import find, normal_name
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
        """The password is the only stage; second factors come with their own issue."""
        return []

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

        found: AbstractBaseUser | None = self._judged(request, person, login, check)
        return found

    def reauthenticate(self, user: User, password: str) -> bool:
        """Whether it is this person's password: counted like a sign-in."""
        found = self._judged(
            self.request, user, "", lambda: user if user.check_password(password) else None
        )
        return found is not None

    def login(self, request: HttpRequest, user: Any) -> None:
        """Begin a session with a new key, and note since when."""
        super().login(request, user)
        seen.begin(request)
        record(request, Kind.SIGN_IN, user)

    def logout(self, request: HttpRequest) -> None:
        """End this session."""
        record(request, Kind.SIGN_OUT, request.user)
        super().logout(request)

    def _judged(self, request: HttpRequest, person: Any, login: str, check: Any) -> Any:
        typed = normal_name(login)
        account = f"user {person.pk}" if person else f"name {typed}"
        network = network_of(request)
        try:
            found = lockout.judge(account, network, check)
        except lockout.LockedOut as locked:
            raise ValidationError(str(locked)) from locked
        if found is None:
            who = "" if person else typed
            record(request, Kind.SIGN_IN_FAILED, person, who=who)
            if lockout.is_locked(account, network):
                record(request, Kind.LOCKED_OUT, person, who=who)
        return found
