"""Setting up a second factor: an authenticator app, or a passkey."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache

from renda.accounts import office, passkeys, proof, qr, sealing, second_factor, totp
from renda.accounts.actions import add_authenticator, add_passkey
from renda.accounts.devices import device_of
from renda.accounts.factor_adapter import USE
from renda.accounts.forms import AppForm, PasskeyForm
from renda.accounts.models import User
from renda.accounts.security import Kind, record
from renda.accounts.views.factors import password_first, person_of
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid
from renda.kernel.pages.request import Request
from renda.kernel.permits.refusal import Refused
from renda.kernel.permits.who import signed_in

OFFERED = "renda_app"  # in the session, sealed: sessions lie in the database


@never_cache
@page("account/factor_app.html", to=signed_in)
def app(request: Request) -> Any:
    """The QR code for the app, the same key to type, and the field for its first code."""
    if (first := password_first(request)) is not None:
        return HttpResponseRedirect(first)
    person, secret = person_of(request), _secret(request)
    address = totp.address_of(
        secret, issuer=office.house_name(request), label=person.get_username()
    )
    return {
        "form": request.problem.form if request.problem and request.problem.form else AppForm(),
        "picture": qr.picture(address),
        "address": address,
        "groups": [secret[n : n + 4] for n in range(0, len(secret), 4)],
        "has_app": second_factor.factors_of(person).filter(type=second_factor.Kind.TOTP).exists(),
    }


@never_cache
@act(to=signed_in, again=app)
def set_app(request: Request) -> str:
    """Keep it, once the app has shown a right code."""
    if (first := password_first(request)) is not None:
        return first
    person, form = person_of(request), AppForm(request.POST)
    if not form.is_valid():
        raise Invalid(form)
    try:
        add_authenticator(
            user=person,
            secret=_secret(request),
            code=form.cleaned_data["code"],
            keep=request.session.session_key,
        )
    except Refused as refused:
        form.add_error("code", str(refused))
        raise Invalid(form) from refused
    del request.session[OFFERED]
    return _begun(request, person, second_factor.Kind.TOTP)


@never_cache
@page("account/factor_passkey.html", to=signed_in)
def passkey(request: Request) -> Any:
    """Asks the browser to make one."""
    if (first := password_first(request)) is not None:
        return HttpResponseRedirect(first)
    can_be_used = passkeys.can_be_used(request)
    sent = request.problem.form if request.problem else None
    return {
        "form": sent or PasskeyForm(initial={"name": _this_device(request)}),
        "asked": passkeys.asked_to_make(person_of(request)) if can_be_used else "",
    }


@never_cache
@act(to=signed_in, again=passkey)
def add_key(request: Request) -> str:
    """Keep what the browser made."""
    if (first := password_first(request)) is not None:
        return first
    person, form = person_of(request), PasskeyForm(request.POST)
    if not form.is_valid():
        raise Invalid(form)
    add_passkey(
        user=person,
        answer=form.cleaned_data["credential"],
        name=form.cleaned_data["name"] or _this_device(request),
        keep=request.session.session_key,
    )
    return _begun(request, person, second_factor.Kind.WEBAUTHN)


def _begun(request: Request, person: User, kind: str) -> str:
    """Note it; whoever shows the first one now gets the recovery codes next."""
    is_first = not second_factor.is_shown(request)
    proof.factor_shown(request, person, kind)
    record(request, Kind.FACTOR_ADDED, person, kind)
    if not is_first:
        messages.success(request, _("The second factor was added."))
        return reverse("second_factors")
    messages.success(
        request, _("The second factor is set up. Everywhere else you have been signed out.")
    )
    return reverse("recovery_codes")


def _secret(request: Request) -> str:
    """The key offered in this session: the same in two windows, until it is used."""
    kept = request.session.get(OFFERED)
    if isinstance(kept, dict) and kept.get("user") == request.user.pk:
        try:
            return sealing.unseal(bytes.fromhex(kept["sealed"]), use=USE)
        except sealing.WrongKey:
            pass  # the home has another key now: offer a new secret
    secret = totp.new_secret()
    sealed = sealing.seal(secret, use=USE).hex()
    request.session[OFFERED] = {"user": request.user.pk, "sealed": sealed}
    return secret


def _this_device(request: Request) -> str:
    device = device_of(request.META.get("HTTP_USER_AGENT", ""))
    comma = pgettext("between names in a list", ", ")
    return f"{device.kind}{comma}{device.browser}"[:40]
