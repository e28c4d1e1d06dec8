"""通行密钥 (WebAuthn): the lock of the phone or computer itself, or a key to plug in.

They belong to the name in the address bar: an address of figures has none, and when the name of
the house changes, they must be made anew. Browsers offer them on secure connections only.
"""

import ipaddress
import json
from collections.abc import Callable
from typing import Any, TypeVar

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from django.http import HttpRequest

from renda.accounts.models import User
from renda.kernel.moment import now

LONGEST = 40_000  # characters of what a browser sends; theirs have some 2,000

Found = TypeVar("Found")


def can_be_used(request: HttpRequest) -> bool:
    """Whether a browser would offer them for this address."""
    host = request.get_host().rsplit(":", 1)[0].strip("[]")
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return request.is_secure() or host == "localhost"
    return False


def asked_to_make(user: User) -> str:
    """What the browser is asked, to make one; the session remembers the question."""
    return json.dumps(auth.begin_registration(user, False), default=dict)


def asked_to_show(user: User) -> str:
    """What the browser is asked, to show one of this person's; "" when there is none."""
    if not Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN).exists():
        return ""
    return json.dumps(auth.begin_authentication(user), default=dict)


def keep(user: User, answer: str, *, name: str) -> Authenticator | None:
    """The new passkey, if the browser's answer is one to the question just asked."""
    credential = _whatever_comes(answer, _checked)
    if credential is None:
        return None
    row: Authenticator = auth.WebAuthn.add(user, name, credential).instance
    return row


def accept(user: User, answer: str) -> Authenticator | None:
    """The passkey that answers the question just asked, or None."""
    found = _whatever_comes(answer, lambda said: auth.complete_authentication(user, said))
    if found is not None:
        Authenticator.objects.filter(pk=found.pk).update(last_used_at=now())
    return found


def _checked(said: dict[str, Any]) -> dict[str, Any]:
    """The credential as we keep it: what was understood, written anew, and nothing else of it."""
    auth.complete_registration(said)
    understood = dict(auth.parse_registration_response(said)) | {"clientExtensionResults": {}}
    kept: dict[str, Any] = json.loads(json.dumps(understood, default=dict))
    return kept


def _whatever_comes(answer: str, check: Callable[[dict[str, Any]], Found]) -> Found | None:
    if len(answer) > LONGEST:
        return None
    try:
        said = json.loads(answer)
        return check(said) if isinstance(said, dict) else None
    except Exception:  # the libraries fail in a dozen ways at what no browser sends
        return None
