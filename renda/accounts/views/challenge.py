"""Showing the second factor: at sign-in, or in a session that has not shown it yet.

Not `@act`: guesses are counted.
"""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.decorators import login_stage_required
from allauth.account.internal.stagekit import clear_login
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.generic.edit import FormView

from renda.accounts import office, passkeys, proof, recovery, second_factor, stages
from renda.accounts.forms import ShowFactorForm
from renda.accounts.models import User
from renda.accounts.security import Kind, record

RECOVERY = second_factor.Authenticator.Type.RECOVERY_CODES


class _Challenge(FormView):
    template_name = "account/challenge.html"
    form_class = ShowFactorForm
    is_signing_in = False

    def person(self) -> User:
        """Whose second factor it is."""
        raise NotImplementedError

    def get_form_kwargs(self) -> dict[str, Any]:
        """Guesses are counted by whose they are and where they come from."""
        return super().get_form_kwargs() | {"request": self.request, "user": self.person()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What this person can show, and whom to call when it is lost."""
        kinds = set(second_factor.factors_of(self.person()).values_list("type", flat=True))
        can_ask = second_factor.Kind.WEBAUTHN in kinds and passkeys.can_be_used(self.request)
        return super().get_context_data(**kwargs) | {
            "person": self.person(),
            "has_app": second_factor.Kind.TOTP in kinds,
            "passkey_asked": passkeys.asked_to_show(self.person()) if can_ask else "",
            "office": office.lines(self.request),
            "is_signing_in": self.is_signing_in,
        }

    def form_valid(self, form: ShowFactorForm) -> HttpResponse:
        """Note it in the session, and go on."""
        proof.factor_shown(self.request, form.user, form.kind)
        if form.kind == RECOVERY:
            _say_how_many(self.request, form.user)
        return self.go_on(form)

    def go_on(self, form: ShowFactorForm) -> HttpResponse:
        """Where to."""
        raise NotImplementedError


@method_decorator(
    login_stage_required(stage=stages.ShowSecondFactor.key, redirect_urlname="account_login"),
    name="dispatch",
)
class SignInChallenge(_Challenge):
    """The second step of signing in."""

    is_signing_in = True

    def person(self) -> User:
        """Who has just typed the password."""
        found: User = self.request._login_stage.login.user  # type: ignore[attr-defined]
        return found

    def go_on(self, form: ShowFactorForm) -> HttpResponse:
        """To what comes next in signing in."""
        if not form.user.is_active:  # closed while the person was looking for the phone
            clear_login(self.request)
            return HttpResponseRedirect(reverse("account_login"))
        answer: HttpResponse = self.request._login_stage.exit()  # type: ignore[attr-defined]
        return answer


@method_decorator([login_required, never_cache], name="dispatch")
class ShowAgain(_Challenge):
    """A session that began before the rule, or before there was a second factor."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Whoever has shown it, or has none, is in the wrong place."""
        if second_factor.is_shown(request) or not second_factor.has_one(self.person()):
            return HttpResponseRedirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)

    def person(self) -> User:
        """Who is signed in."""
        assert isinstance(self.request.user, User)
        return self.request.user

    def get_success_url(self) -> str:
        """Where the person wanted to go, if that is a page of ours."""
        asked = self.request.POST.get("next") or self.request.GET.get("next") or ""
        return asked if get_adapter().is_safe_url(asked) else reverse("account_mine")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The way on goes with the form."""
        return super().get_context_data(**kwargs) | {"onward": self.get_success_url()}

    def go_on(self, form: ShowFactorForm) -> HttpResponse:
        """Back to where the person was."""
        record(self.request, Kind.FACTOR_PROVEN, form.user, form.kind)
        return HttpResponseRedirect(self.get_success_url())


def _say_how_many(request: HttpRequest, user: User) -> None:
    left = len(recovery.codes_left(user))
    said = ngettext(
        "That code is used up. %(count)s recovery code is left.",
        "That code is used up. %(count)s recovery codes are left.",
        left,
    )
    messages.info(request, said % {"count": left})
