"""What the database must not know in clear: sealed with a key that stands in the home's settings.

AES-GCM hides a text and shows when it was altered; what a text is for is bound into its seal, so
that none can stand in for another. A fingerprint finds a text without showing it.
"""

import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

_NONCE = 12  # bytes, as AES-GCM asks


class WrongKey(Exception):
    """Another key sealed this, or for another use, or it was altered."""


def seal(text: str, *, use: str) -> bytes:
    """The text encrypted; sealed twice, it looks different each time."""
    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(_key("seal")).encrypt(nonce, text.encode(), use.encode())


def unseal(sealed: bytes, *, use: str) -> str:
    """The text again. Raises WrongKey."""
    try:
        return AESGCM(_key("seal")).decrypt(sealed[:_NONCE], sealed[_NONCE:], use.encode()).decode()
    except (InvalidTag, ValueError) as fault:
        raise WrongKey from fault


def fingerprint(text: str) -> str:
    """What a text is found by: the same for the same text, useless without the key."""
    return hmac.new(_key("find"), text.encode(), hashlib.sha256).hexdigest()


def _key(label: str) -> bytes:
    return hmac.new(settings.RENDA_PHONE_KEY, label.encode(), hashlib.sha256).digest()
