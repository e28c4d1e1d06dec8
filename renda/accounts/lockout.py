"""Wrong passwords and codes are counted in the database, before they are judged.

A guess takes its place in the count first and gives it back only when it was right, with the
row locked both times: with any number of server workers and of guesses at the same moment, no
more than the limit are judged. (A cache can lose the race, and forgets when it is full.)
"""

import math
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import TypeVar

from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from renda.accounts.models import WrongPasswords
from renda.kernel.moment import BEIJING, now
from renda.kernel.permits.refusal import Refused

PER_ACCOUNT = 5
PER_NETWORK = 60  # a whole hall of deputies signs in behind one address
WINDOW = timedelta(minutes=5)

T = TypeVar("T")
Limits = dict[str, int]


class LockedOut(Refused):
    """Too many wrong guesses; nothing is judged until then, right or wrong."""

    def __init__(self, until: datetime) -> None:
        self.until = until
        shown = until + timedelta(seconds=59)
        super().__init__(
            _(
                "Too many wrong passwords or codes. Please try again after %(time)s, or call the "
                "office that keeps the accounts."
            )
            % {"time": f"{shown:%H:%M}"}
        )


def judge(account: str, network: str, check: Callable[[], T | None]) -> T | None:
    """What `check` finds, counted against the account and the network when it finds nothing.

    Raises LockedOut without asking `check` when one of them is full.
    """
    limits = _limits(account, network)
    if (until := _full_until(WrongPasswords.objects.filter(pk__in=limits), limits)) is not None:
        raise LockedOut(until)  # without a lock: a storm of guesses writes nothing
    place, until = _take(limits)
    if until is not None:
        raise LockedOut(until)
    found = check()
    if found is not None:
        _give_back(limits, place)
    return found


def is_locked(account: str, network: str) -> bool:
    """Whether the next guess would be refused."""
    limits = _limits(account, network)
    rows = WrongPasswords.objects.filter(pk__in=limits)
    return _full_until(rows, limits) is not None


def forget() -> int:
    """Remove counts that no longer count; returns how many. Runs by night."""
    old = now().timestamp() - WINDOW.total_seconds()
    return WrongPasswords.objects.filter(last_at__lt=old).delete()[0]


def _take(limits: Limits) -> tuple[float, datetime | None]:
    moment = now().timestamp()
    with transaction.atomic():
        rows = _locked(limits)
        until = _full_until(rows, limits)
        if until is None:
            for row in rows:
                row.moments = [*_recent(row), moment]
                row.last_at = moment
                row.save()
    return moment, until


def _give_back(limits: Limits, place: float) -> None:
    with transaction.atomic():
        for row in _locked(limits):
            if place in row.moments:
                row.moments.remove(place)
                row.save()


def _locked(limits: Limits) -> list[WrongPasswords]:
    """The rows, each locked, always in the same order: two guesses cannot wait for each other.

    On SQLite the transaction itself holds the one write lock.
    """
    return [
        WrongPasswords.objects.select_for_update().get_or_create(pk=key)[0]
        for key in sorted(limits)
    ]


def _full_until(rows: Iterable[WrongPasswords], limits: Limits) -> datetime | None:
    ends = [
        datetime.fromtimestamp(math.ceil(recent[-limits[row.pk]]), BEIJING) + WINDOW
        for row in rows
        if len(recent := _recent(row)) >= limits[row.pk]
    ]
    return max(ends, default=None)


def _recent(row: WrongPasswords) -> list[float]:
    since = now().timestamp() - WINDOW.total_seconds()
    return [moment for moment in row.moments if moment > since]


def _limits(account: str, network: str) -> Limits:
    return {_key("account", account): PER_ACCOUNT, _key("network", network): PER_NETWORK}


def _key(kind: str, value: str) -> str:
    return salted_hmac(f"renda.accounts.lockout.{kind}", value, algorithm="sha256").hexdigest()
