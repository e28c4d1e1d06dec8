"""Coming in by what the office handed over: a link, or a code. Not `@act`: guesses are counted."""

from typing import Any

from allauth.account.internal.decorators import login_stage_required
from allauth.account.internal.flows.login import perform_login
from allauth.account.internal.stagekit import clear_login
from allauth.account.models import Login
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic.edit import FormView

from renda.accounts import office, stages
from renda.accounts.actions import let_in
from renda.accounts.actions.admissions import OVER
from renda.accounts.forms import ChosenPasswordForm, OfficeCodeForm
from renda.accounts.models import Admission, Invitation, OneTimeCode, User
from renda.accounts.queries import invitation_of
from renda.accounts.security import Kind, record
from renda.kernel.permits.refusal import Refused

KINDS: dict[str, type[Admission]] = {kind.__name__: kind for kind in (Invitation, OneTimeCode)}
_hidden = method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")


@_hidden
class EnterCode(FormView):
    """“I have a code from the office”: twelve digits instead of a password."""

    template_name = "account/code.html"
    form_class = OfficeCodeForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Whoever is in needs no code."""
        if request.user.is_authenticated:
            return HttpResponseRedirect(resolve_url("portal:index"))
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Guesses are counted by where they come from, too."""
        return super().get_form_kwargs() | {"request": self.request}

    def get_initial(self) -> dict[str, Any]:
        """The QR code on the slip brings the user name along."""
        return {"login": self.request.GET.get("login", "")[:60].replace("\x00", "")}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Whom to call."""
        return super().get_context_data(**kwargs) | {"office": office.lines(self.request)}

    def form_valid(self, form: OfficeCodeForm) -> HttpResponse:
        """Not signed in yet: the second factor and the new password come first."""
        admission = form.admission
        assert admission is not None
        pending = Login(user=admission.user)
        known = {"kind": type(admission).__name__, "pk": admission.pk}
        pending.state[stages.ADMISSION] = known
        return perform_login(self.request, pending)


@_hidden
@method_decorator(
    login_stage_required(stage=stages.ChoosePassword.key, redirect_urlname="account_login"),
    name="dispatch",
)
class ChoosePassword(FormView):
    """A password of one's own, before anything else; the code is used up by it."""

    template_name = "account/choose_password.html"
    form_class = ChosenPasswordForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """The password must not be like the person's names."""
        self.stage = self.request._login_stage  # type: ignore[attr-defined]
        return super().get_form_kwargs() | {"user": self.stage.login.user}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Whose password it is."""
        return super().get_context_data(**kwargs) | {"person": self.stage.login.user}

    def form_valid(self, form: ChosenPasswordForm) -> HttpResponse:
        """Let in, unless somebody else was faster with the same code."""
        known = self.stage.login.state[stages.ADMISSION]
        admission = KINDS[known["kind"]]._default_manager.filter(pk=known["pk"]).first()
        try:
            if admission is None:
                raise Refused(OVER)
            self.stage.login.user = _let_in(self.request, admission, form)
        except Refused as refused:
            clear_login(self.request)
            messages.warning(self.request, str(refused))
            return HttpResponseRedirect(reverse("account_code"))
        answer: HttpResponse = self.stage.exit()
        return answer


@_hidden
class Invited(FormView):
    """The link of an invitation: who you are here, and a password of your own.

    An unknown link, a used one and an old one get the same page.
    """

    template_name = "account/invited.html"
    form_class = ChosenPasswordForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Nothing is used up by looking: chat apps look at links before people do."""
        found = invitation_of(kwargs["token"])
        if found is None:
            return _over(request)
        self.invitation = found
        if request.user.is_authenticated:
            shown = {"person": found.user, "is_somebody_else": found.user_id != request.user.pk}
            return render(request, "account/invited_elsewhere.html", shown)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        """The password must not be like the person's names."""
        return super().get_form_kwargs() | {"user": self.invitation.user}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Whose account it is."""
        return super().get_context_data(**kwargs) | {"person": self.invitation.user}

    def form_valid(self, form: ChosenPasswordForm) -> HttpResponse:
        """Let in, unless somebody else was faster with the same link."""
        try:
            person = _let_in(self.request, self.invitation, form)
        except Refused:
            return _over(self.request)
        return perform_login(self.request, Login(user=person))


def _let_in(request: HttpRequest, admission: Admission, form: ChosenPasswordForm) -> User:
    person = let_in(admission=admission, password=form.cleaned_data["password1"])
    is_first = isinstance(admission, Invitation)
    record(request, Kind.INVITATION_ACCEPTED if is_first else Kind.CODE_USED, person)
    return person


def _over(request: HttpRequest) -> HttpResponse:
    found = {"office": office.lines(request)}
    return render(request, "account/invitation_over.html", found, status=404)
