"""Who is meant by what was typed at the door, what lets whom in, and where one is signed in."""

import unicodedata
from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from allauth.usersessions.models import UserSession
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from renda.accounts import codes, phones
from renda.accounts.models import Admission, FormerName, Invitation, OneTimeCode, User
from renda.kernel.moment import now

AnyAdmission = TypeVar("AnyAdmission", bound=Admission)


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


def find_all(logins: Iterable[str]) -> dict[str, User]:
    """The people with these user names or mobile numbers, by what was typed: two queries."""
    typed = list(logins)
    prints = {t: phones.fingerprint(phones.normalise(t)) for t in typed if phones.is_phone(t)}
    names = {t: normal_name(t) for t in typed if t not in prints}
    by_name = {u.username: u for u in User.objects.filter(username__in=set(names.values()))}
    by_print = {u.phone_hash: u for u in User.objects.filter(phone_hash__in=set(prints.values()))}
    found = {t: by_name.get(name) for t, name in names.items()}
    found |= {t: by_print.get(p) for t, p in prints.items()}
    return {t: user for t, user in found.items() if user is not None}


def sessions_of(user: User) -> QuerySet[UserSession]:
    """Where this person is signed in now, the latest first."""
    alive = Session.objects.filter(expire_date__gt=now()).values("session_key")
    found: QuerySet[UserSession] = UserSession.objects.filter(user=user, session_key__in=alive)
    return found.order_by("-created_at", "-pk")


def names_of(ids: Iterable[int]) -> dict[int, str]:
    """What people are called, for the timeline."""
    return dict(User.objects.filter(pk__in=list(ids)).values_list("pk", "name"))


def invitation_of(token: str) -> Invitation | None:
    """The open invitation with this link; a closed account's is open to nobody."""
    return _open(Invitation).filter(token_hash=codes.token_print(token)).first()


def admission_of(person: User | None, typed: str) -> Invitation | OneTimeCode | None:
    """The open invitation or one-time code of this person with these digits."""
    user_id = person.pk if person else 0  # nobody's: an unknown name asks the database as often
    known_by = {"user_id": user_id, "code_hash": codes.code_print(user_id, codes.plain(typed))}
    found = [kind.filter(**known_by).first() for kind in (_open(Invitation), _open(OneTimeCode))]
    return next((admission for admission in found if admission), None)


def is_used(username: str) -> bool:
    """Whether a user name is somebody's, or was."""
    known_by = {"username": normal_name(username)}
    rows = (User.objects, FormerName.objects)
    return any(kind.filter(**known_by).exists() for kind in rows)


def never_used(user_ids: Iterable[int]) -> set[int]:
    """Those of these accounts into which nobody has come yet: no password was chosen."""
    rows = User.objects.filter(pk__in=list(user_ids), password__startswith=UNUSABLE_PASSWORD_PREFIX)
    return set(rows.values_list("pk", flat=True))


def invited(rows: QuerySet[User]) -> QuerySet[User]:
    """Those of these people whose invitation holds."""
    return rows.filter(pk__in=_open(Invitation).values("user_id"))


def invited_until(user_ids: Iterable[int]) -> dict[int, datetime]:
    """Who of these has not come in yet and until when the invitation holds: one query for a list
    of accounts. Who has no invitation that holds is not among them."""
    rows = _open(Invitation).filter(user_id__in=list(user_ids))
    return dict(rows.values_list("user_id", "expires_at"))


def _open(kind: type[AnyAdmission]) -> QuerySet[AnyAdmission]:
    rows = kind._default_manager.filter(used_at=None, voided_at=None, user__is_active=True)
    return rows.filter(expires_at__gt=now()).select_related("user")


def mobile_of(user_id: int) -> str:
    """The number to which an open account's text messages go, in clear; "" for none."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    return user.phone if user is not None else ""
