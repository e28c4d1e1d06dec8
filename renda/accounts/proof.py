"""What a session has shown: the password a moment ago, and a second factor since it began.

Kept in the session, each with the person whose it was: a session may be pending for one person
and end up with another.
"""

from datetime import timedelta
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

from renda.kernel.moment import now

FRESH = timedelta(minutes=10)
_PASSWORD, _FACTOR = "renda_password_shown", "renda_factor_shown"


def password_shown(request: HttpRequest, user: AbstractBaseUser) -> None:
    """The person has just typed or chosen their password."""
    request.session[_PASSWORD] = {"user": user.pk, "at": now().timestamp()}


def is_fresh(request: HttpRequest) -> bool:
    """Whether that was a moment ago: what matters asks for it once more afterwards."""
    shown = _mine(request, _PASSWORD, request.user)
    return bool(shown) and now().timestamp() - shown["at"] < FRESH.total_seconds()


def factor_shown(request: HttpRequest, user: AbstractBaseUser, kind: str) -> None:
    """The person has shown a second factor of this kind."""
    request.session[_FACTOR] = {"user": user.pk, "kind": kind, "at": now().timestamp()}


def factor_of(request: HttpRequest, user: Any) -> str:
    """The kind of second factor shown in this session by this person, or ""."""
    return str(_mine(request, _FACTOR, user).get("kind", ""))


def _mine(request: HttpRequest, mark: str, user: Any) -> dict[str, Any]:
    kept = request.session.get(mark)
    return kept if isinstance(kept, dict) and kept.get("user") == user.pk else {}
