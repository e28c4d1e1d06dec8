"""My second factors: what I have, removing one, and the recovery codes to print."""

from typing import Any
from urllib.parse import urlencode

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from renda.accounts import office, passkeys, proof, recovery, second_factor
from renda.accounts.actions import remove_factor, renew_recovery_codes
from renda.accounts.demanding import ONWARD
from renda.accounts.models import User
from renda.accounts.security import Kind, record
from renda.kernel.pages.coming import page_of
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.request import Request
from renda.kernel.permits.who import signed_in


def person_of(request: Request) -> User:
    """Who is signed in: the permit says that somebody is."""
    assert isinstance(request.user, User)
    return request.user


def password_first(request: Request) -> str | None:
    """Where to show the password once more, unless that was a moment ago."""
    if proof.is_fresh(request):
        return None
    return f"{reverse('account_reauthenticate')}?{urlencode({'next': page_of(request)})}"


def onward(request: Request) -> str:
    """Where the person wanted to go when a rule asked for a second factor first."""
    return str(request.session.get(ONWARD) or reverse("account_mine"))


@page("account/factors.html", to=signed_in)
def factors(request: Request) -> dict[str, Any]:
    """What I can show besides my password."""
    person = person_of(request)
    rows = list(second_factor.factors_of(person))
    return {
        "factors": [{"row": row, "name": _name_of(row)} for row in rows],
        "has_app": any(row.type == second_factor.Kind.TOTP for row in rows),
        "codes_left": len(recovery.codes_left(person)) if rows else 0,
        "is_demanded": second_factor.is_demanded(person),
        "can_use_passkeys": passkeys.can_be_used(request),
        "office": office.lines(request),
    }


@page("account/factor_remove.html", to=signed_in)
def removing(request: Request, pk: int) -> Any:
    """Asks before one is taken away."""
    factor = get_object_or_404(second_factor.factors_of(person_of(request)), pk=pk)
    if (first := password_first(request)) is not None:
        return HttpResponseRedirect(first)
    is_last = not second_factor.factors_of(person_of(request)).exclude(pk=pk).exists()
    is_kept = is_last and second_factor.is_demanded(person_of(request))
    return {"factor": factor, "name": _name_of(factor), "is_last": is_last, "is_kept": is_kept}


@act(to=signed_in, again=removing)
def remove(request: Request, pk: int) -> str:
    """Take one away."""
    person = person_of(request)
    factor = get_object_or_404(second_factor.factors_of(person), pk=pk)
    if (first := password_first(request)) is not None:
        return first
    remove_factor(user=person, factor=factor)
    record(request, Kind.FACTOR_REMOVED, person, factor.type)
    messages.success(request, _("The second factor was removed."))
    return reverse("second_factors")


@never_cache
@page("account/recovery_codes.html", to=signed_in)
def codes(request: Request) -> Any:
    """The recovery codes, to print or write down."""
    person = person_of(request)
    if not second_factor.has_one(person):
        return HttpResponseRedirect(reverse("second_factors"))
    if (first := password_first(request)) is not None:
        return HttpResponseRedirect(first)
    return {"codes": recovery.codes_left(person), "person": person, "onward": onward(request)}


@act(to=signed_in, again=codes)
def renew_codes(request: Request) -> str:
    """Ten new ones."""
    if (first := password_first(request)) is not None:
        return first
    renew_recovery_codes(user=person_of(request))
    record(request, Kind.SPARE_CODES, request.user)
    messages.success(request, _("There are ten new codes. The old ones hold no longer."))
    return reverse("recovery_codes")


def _name_of(factor: Authenticator) -> str:
    if factor.type == second_factor.Kind.TOTP:
        return _("Authenticator app")
    return str(factor.wrap().name)
