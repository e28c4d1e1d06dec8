"""One account to sign in with, and how to do it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.test import Client
from django.urls import reverse

from renda.accounts import second_factor, totp
from renda.accounts.actions import add_authenticator, create_user
from renda.accounts.models import User
from renda.kernel.moment import now
from renda.kernel.permits.actor import Actor

PASSWORD = "HeWan-2026-shui"
PHONE = "13900001234"
CONGRESS = 9001  # accounts know no congress: it is a number in the trail


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


@pytest.fixture
def admin(db: None) -> Actor:
    """An administrator, acting in some congress."""
    user = create_user(username="guanliyuan", name="管理员", password=PASSWORD)
    return Actor(user, CONGRESS)


@pytest.fixture
def newcomer(db: None) -> User:
    """Somebody whose account was made and who has not come in yet."""
    return create_user(username="xinlai", name="万和平")


def code_now(secret: str, *, later: int = 0) -> str:
    """What an authenticator app shows, some half minutes later."""
    counter = int(now().timestamp()) // totp.PERIOD + later
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


@pytest.fixture
def secret(person: User) -> str:
    """The person has an authenticator app with this secret; its first code is used up."""
    made = totp.new_secret()
    add_authenticator(user=person, secret=made, code=code_now(made, later=-1), keep=None)
    return made


@pytest.fixture
def demanded(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The user names of those of whom a rule asks for a second factor; tests add to it."""
    names: set[str] = set()
    monkeypatch.setattr(second_factor, "_policies", [lambda user: user.username in names])
    return names
