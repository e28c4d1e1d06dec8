"""A rule that asks for a second factor holds on every page, for sessions older than the rule too.

Whoever must have one and has none goes to set one up; whoever has one and has not shown it in
this session shows it. Only that, signing out and how a page looks are open meanwhile.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from renda.accounts import second_factor, seen, typed
from renda.accounts.models import User

ONWARD = "renda_onward"  # in the session: where the person wanted to go
OPEN = {"account_logout", "account_reauthenticate", "second_factor_show", "pages:preferences"}
# Where second factors are set up and taken away: whoever has one shows it first, or a borrowed
# session could add a second factor of its own.
SETTING_UP = {
    "second_factors",
    "second_factor_app",
    "second_factor_app_set",
    "second_factor_passkey",
    "second_factor_passkey_add",
    "second_factor_remove",
    "second_factor_removed",
    "recovery_codes",
    "recovery_codes_renew",
}


class SecondFactorDemanded:
    """Stands after the sign-out by pause: a session that is over is not asked for more."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing on the way out."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """Send the person away, or let them through."""
        name = request.resolver_match.view_name if request.resolver_match else ""
        if name in OPEN or not seen.is_signed_in(request) or second_factor.is_shown(request):
            return None
        person = request.user
        assert isinstance(person, User)
        if name in SETTING_UP:
            return _show_first(request) if second_factor.has_one(person) else None
        if not second_factor.is_demanded(person):
            return None
        said = _("What you typed is kept and will be there when you come back.")
        typed.keep(request, person.pk, said)
        if second_factor.has_one(person):
            return _show_first(request)
        request.session[ONWARD] = typed.way_back(request)
        return typed.sent(request, reverse("second_factors"))


def _show_first(request: HttpRequest) -> HttpResponse:
    back = urlencode({"next": typed.way_back(request)})
    return typed.sent(request, f"{reverse('second_factor_show')}?{back}")
