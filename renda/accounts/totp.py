"""The code of an authenticator app: six digits that change every half minute (RFC 6238).

A code is good half a minute before and after its time, because clocks differ and fingers are
slow. Each counts once: the last counter is kept beside the secret, in a locked row. (The library
remembers used codes in a cache for half a minute: too short, and it forgets when it is full.)
"""

import secrets
import unicodedata
from collections.abc import Iterator
from urllib.parse import quote, urlencode

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, generate_totp_secret, hotp_value
from allauth.mfa.utils import decrypt, encrypt
from django.db import transaction

from renda.accounts.models import User
from renda.kernel.moment import now

PERIOD, TOLERANCE = 30, 1  # seconds; how many periods before and after
_LAST = "last_counter"

new_secret = generate_totp_secret


def address_of(secret: str, *, issuer: str, label: str) -> str:
    """What the app reads from the QR code."""
    named = f"{quote(issuer, safe='')}:{quote(label, safe='')}"
    return (
        f"otpauth://totp/{named}?{urlencode({'secret': secret, 'issuer': issuer}, quote_via=quote)}"
    )


def counter_of(secret: str, typed: str, *, after: int = -1) -> int | None:
    """The half minute to which this code belongs, if it is a late or early one of now."""
    code = "".join(unicodedata.normalize("NFKC", typed).split())
    for counter in _around_now():
        wanted = format_hotp_value(hotp_value(secret, counter))
        if (
            secrets.compare_digest(wanted.encode(), code.encode(errors="replace"))
            and counter > after
        ):
            return counter
    return None


def keep(user: User, secret: str, counter: int) -> Authenticator:
    """Make this the person's authenticator, in place of the one before. `counter` was just used."""
    User.objects.select_for_update().get(pk=user.pk)  # two at once make one
    factor, _is_new = Authenticator.objects.update_or_create(
        user=user,
        type=Authenticator.Type.TOTP,
        defaults={
            "data": {"secret": encrypt(secret), _LAST: counter},
            "created_at": now(),
            "last_used_at": now(),
        },
    )
    return factor


def accept(factor: Authenticator, typed: str) -> bool:
    """Whether this is a code of this app that was never used. It is used now."""
    with transaction.atomic():
        row = Authenticator.objects.select_for_update().filter(pk=factor.pk).first()
        if row is None:
            return False
        after = row.data.get(_LAST, -1)
        counter = counter_of(decrypt(row.data["secret"]), typed, after=after)
        if counter is None:
            return False
        row.data[_LAST], row.last_used_at = counter, now()
        row.save(update_fields=["data", "last_used_at"])
        return True


def _around_now() -> Iterator[int]:
    middle = int(now().timestamp()) // PERIOD
    yield from range(middle - TOLERANCE, middle + TOLERANCE + 1)
