"""My data: what is held of me, a copy of it, what is shown because I agreed, and its end."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from renda.kernel.moment import today
from renda.kernel.pages import watch
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.request import Request
from renda.kernel.permits.refusal import Refused
from renda.kernel.permits.who import signed_in
from renda.kernel.personal import actions
from renda.kernel.personal.holding import Whom, consents_of, found, in_order, why_not_yet


def told(whom: Whom, *, for_themself: bool = False) -> dict[str, Any]:
    """What would go and what would stay, and why it cannot go yet: for the page of one person."""
    holdings = in_order()
    return {
        "whom": whom,
        "kinds": [
            (h.name, len(h.tells(whom))) for h in holdings if for_themself or not h.is_content
        ],
        "goes": [what for h in holdings for what in h.goes(whom)],
        "stays": [stays for h in holdings for stays in h.stays(whom)],
        "why_not": why_not_yet(whom),
    }


def as_file(archive: bytes) -> HttpResponse:
    """The copy, to be kept; never shown in the browser and never stored on the way."""
    answer = HttpResponse(archive, content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="my-data-{today():%Y%m%d}.zip"'
    answer["Cache-Control"] = "no-store"
    return answer


def _me(request: Request) -> Whom:
    user: Any = request.user
    return found(Whom(user_id=user.pk, name=str(user)))


@page("personal/mine.html", to=signed_in)
def mine(request: Request) -> dict[str, Any]:
    """What is held of me."""
    whom = _me(request)
    return {**told(whom, for_themself=True), "consents": consents_of(whom)}


@act(to=signed_in, again=mine, keyed=False)
def copy(request: Request) -> HttpResponse:
    """A copy of it all (PIPL 45). Asked twice, given twice; each is in the security log."""
    archive = actions.copy_of(_me(request), request.user, by=request.actor)
    watch.exported(request, f"own data, user {request.user.pk}")
    return as_file(archive)


@act(to=signed_in, again=mine)
def withdraw(request: Request) -> str:
    """Withdraw a consent: what rested on it ends at once."""
    actions.withdraw_consent(_me(request), request.POST.get("consent", "")[:80], by=request.actor)
    messages.success(request, _("Withdrawn. It is no longer shown."))
    return reverse("personal:mine")


@act(to=signed_in, again=mine)
def erase(request: Request) -> str:
    """Erase what can be erased, and close the account."""
    if request.POST.get("sure") != "yes":
        raise Refused(_("Tick that you are sure: this cannot be undone."))
    actions.erase(_me(request), request.user, by=request.actor)
    watch.exported(request, f"own data erased, user {request.user.pk}")
    logout(request)
    messages.success(request, _("Your data was erased and your account closed."))
    return reverse("account_login")
