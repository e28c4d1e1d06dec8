"""My account: what is known of me, how I sign in, and where I am signed in."""

from typing import Any

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from renda.accounts import recovery, second_factor, sessions
from renda.accounts.devices import device_of
from renda.accounts.models import User
from renda.accounts.queries import sessions_of
from renda.accounts.security import Kind, record
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.request import Request
from renda.kernel.permits.refusal import Refused
from renda.kernel.permits.who import signed_in


@page("account/mine.html", to=signed_in)
def mine(request: Request) -> dict[str, Any]:
    """My account on one page."""
    person = request.user
    assert isinstance(person, User)  # the permit says so
    factors = list(second_factor.factors_of(person))
    return {
        "phone_tail": _phone_tail(person),
        "has_app": any(factor.type == second_factor.Kind.TOTP for factor in factors),
        "passkeys": sum(factor.type == second_factor.Kind.WEBAUTHN for factor in factors),
        "codes_left": len(recovery.codes_left(person)) if factors else 0,
        "is_demanded": second_factor.is_demanded(person),
        "devices": len(sessions_of(person)),
        "has_password": person.has_usable_password(),
    }


@page("usersessions/usersession_list.html", to=signed_in)
def session_list(request: Request) -> dict[str, Any]:
    """Where I am signed in."""
    assert isinstance(request.user, User)  # the permit says so
    here = request.session.session_key
    rows = [
        {
            "pk": found.pk,
            "device": device_of(found.user_agent),
            "ip": found.ip,
            "at": found.created_at,
            "is_here": found.session_key == here,
        }
        for found in sessions_of(request.user)
    ]
    return {"sessions": rows, "has_others": any(not row["is_here"] for row in rows)}


@act(to=signed_in, again=session_list, keyed=False)
def end_sessions(request: Request) -> str:
    """Sign out on one other device, or on all of them. Twice is as good as once."""
    assert isinstance(request.user, User)
    asked = request.POST.get("session", "")
    only = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 18 else None
    if only is None and asked != "others":
        raise Http404
    if ended := sessions.end(request.user, keep=request.session.session_key, only=only):
        record(request, Kind.SIGN_OUT, request.user, f"{ended} elsewhere")
    messages.success(request, _("You have been signed out there."))
    return reverse("usersessions_list")


def _phone_tail(person: User) -> str:
    try:
        return person.phone_tail
    except Refused:  # sealed with a key of before: the page says that there is one
        return "?"
