"""Whatever can be guessed is judged here: counted by `lockout`, told to the security log.

Passwords, codes of the office, second factors: all of one person count together, so that five
wrong ones of any kind close the door for a while. Never inside a transaction that a refusal rolls
back: the count would go with it.
"""

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpRequest

from renda.accounts import lockout
from renda.accounts.address import network_of
from renda.accounts.models import User
from renda.accounts.queries import normal_name
from renda.accounts.security import Kind, record

T = TypeVar("T")


def judged(
    request: HttpRequest,
    person: User | None,
    check: Callable[[], T | None],
    *,
    failed: str = Kind.SIGN_IN_FAILED,
    login: str = "",
) -> T | None:
    """What `check` finds. `login` is what was typed, for a name nobody has. Raises LockedOut."""
    typed = normal_name(login)
    account = f"user {person.pk}" if person else f"name {typed}"
    network = network_of(request)
    found = lockout.judge(account, network, check)
    if found is None:
        who = "" if person else typed
        record(request, failed, person, who=who)
        if lockout.is_locked(account, network):
            record(request, Kind.LOCKED_OUT, person, who=who)
    return found
