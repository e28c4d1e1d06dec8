"""备用码: ten codes on paper, each good once, for when the phone or the key is not at hand.

The library makes them from a seed, which lies sealed in the database, and ticks off the used ones
in a locked row.
"""

import unicodedata

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

from renda.accounts.models import User
from renda.kernel.moment import now


def codes_left(user: User) -> list[str]:
    """The codes that are still good; empty when none were made."""
    row = _row(user)
    return RecoveryCodes(row).get_unused_codes() if row else []


def renew(user: User) -> None:
    """Ten new ones; the old ones are good for nothing. Inside a transaction."""
    User.objects.select_for_update().get(pk=user.pk)
    Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).delete()
    RecoveryCodes.activate(user)


def accept(user: User, typed: str) -> bool:
    """Whether this is one of the person's codes that was never used. It is used now."""
    row = _row(user)
    if row is None or not RecoveryCodes(row).validate_code(unicodedata.normalize("NFKC", typed)):
        return False
    Authenticator.objects.filter(pk=row.pk).update(last_used_at=now())
    return True


def _row(user: User) -> Authenticator | None:
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).first()
