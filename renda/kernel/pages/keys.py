"""One-time keys: every form carries one, and the same key gets the same answer."""

import secrets
from typing import Any

from django.contrib import messages
from django.contrib.messages import get_messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest

from renda.kernel.moment import now
from renda.kernel.pages.models import Answer

SHORTEST, LONGEST = 16, 32  # ours have 24; a row holds 40, so that a second one fits beside it


def new_key() -> str:
    """A key nobody can guess."""
    return secrets.token_urlsafe(18)


def is_key(key: str) -> bool:
    """Whether this could be a key of ours."""
    return SHORTEST <= len(key) <= LONGEST and key.replace("-", "").replace("_", "").isalnum()


def reserve(request: HttpRequest, key: str) -> Answer | None:
    """Take the key for this act, or return the answer that was already given for it.

    The insert waits for a twin that holds the same key: when the twin commits we repeat its
    answer, when it was refused we act.
    """
    given = Answer.objects.filter(pk=key).first()
    if given is None:
        try:
            with transaction.atomic():
                Answer.objects.create(
                    key=key,
                    user_id=_user_id(request),
                    path=request.path[:300],
                    given_at=now(),
                )
            return None
        except IntegrityError:
            given = Answer.objects.get(pk=key)
    return given


def is_mine(request: HttpRequest, given: Answer) -> bool:
    """A key belongs to the person and the address it was used for."""
    return given.user_id == _user_id(request) and given.path == request.path[:300]


def keep(request: HttpRequest, key: str, goes_to: str) -> None:
    """Keep the answer beside what the act wrote."""
    waiting: Any = get_messages(request)
    said: list[list[Any]] = [[m.level, str(m)] for m in waiting]
    waiting.used = False  # read here, still to be shown
    Answer.objects.filter(pk=key).update(goes_to=goes_to[:300], said=said)


def repeat(request: HttpRequest, given: Answer) -> str:
    """Say the same again, and where to go."""
    for level, said in given.said:
        messages.add_message(request, level, said)
    return given.goes_to


def _user_id(request: HttpRequest) -> int | None:
    return request.user.pk if request.user.is_authenticated else None
