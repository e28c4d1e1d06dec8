"""Checks a password, in the same time whether the person exists or not."""

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest

from renda.accounts.models import User


class PasswordBackend(BaseBackend):
    """A person found by name or number, and the password."""

    def authenticate(
        self,
        request: HttpRequest | None,
        person: User | None = None,
        password: str | None = None,
        **_other: Any,
    ) -> User | None:
        """The person, if the password is theirs and the account is open."""
        if not password:
            return None
        if person is None:
            make_password(password)  # as much work as a check: time tells nobody who exists
            return None
        return person if person.check_password(password) and person.is_active else None

    def get_user(self, user_id: int) -> User | None:
        """The person of a session; a closed account's sessions end at once."""
        return User.objects.filter(pk=user_id, is_active=True).first()
