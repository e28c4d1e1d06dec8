"""Who is meant by what was typed at sign-in, and where a person is signed in."""

import unicodedata
from collections.abc import Iterable

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from renda.accounts import phones
from renda.accounts.models import User
from renda.kernel.moment import now


def normal_name(typed: str) -> str:
    """A user name as it is kept: full-width letters and capitals make no difference."""
    return unicodedata.normalize("NFKC", typed).strip().lower()


def find(login: str) -> User | None:
    """The person with this user name or mobile number; a number is never a user name."""
    if phones.is_phone(login):
        known_by = {"phone_hash": phones.fingerprint(phones.normalise(login))}
    else:
        known_by = {"username": normal_name(login)}
    return User.objects.filter(**known_by).first()


def sessions_of(user: User) -> QuerySet[UserSession]:
    """Where this person is signed in now, the latest first."""
    alive = Session.objects.filter(expire_date__gt=now()).values("session_key")
    found: QuerySet[UserSession] = UserSession.objects.filter(user=user, session_key__in=alive)
    return found.order_by("-created_at", "-pk")


def names_of(ids: Iterable[int]) -> dict[int, str]:
    """What people are called, for the timeline."""
    return dict(User.objects.filter(pk__in=list(ids)).values_list("pk", "name"))


def mobile_of(user_id: int) -> str:
    """The number to which an open account's text messages go, in clear; "" for none."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    return user.phone if user is not None else ""
