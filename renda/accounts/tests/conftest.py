"""One account to sign in with, and how to do it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.test import Client
from django.urls import reverse

from renda.accounts.actions import create_user
from renda.accounts.models import User

PASSWORD = "HeWan-2026-shui"
PHONE = "13900001234"


class QuickArgon2(Argon2PasswordHasher):
    """The same hash with less work: these tests judge hundreds of passwords."""

    time_cost, memory_cost, parallelism = 1, 64, 1


@pytest.fixture(autouse=True)
def _quick_hashes(settings: Any) -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.QuickArgon2"]


@pytest.fixture
def person(db: None) -> User:
    """Somebody with a user name, a mobile number and a password."""
    return create_user(username="qiaoyun", name="乔云", password=PASSWORD, phone=PHONE)


@pytest.fixture
def sign_in() -> Callable[..., Any]:
    """Send the sign-in form."""

    def send(client: Client, login: str = "qiaoyun", password: str = PASSWORD, **more: Any) -> Any:
        data = {"login": login, "password": password, **more.pop("data", {})}
        return client.post(reverse("account_login"), data, **more)

    return send
