"""An account is made, or many."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from renda.accounts import slips
from renda.congress.enrolling import enrol
from renda.congress.forms.accounts import ManyForm, OneForm
from renda.congress.permits import keeps_accounts
from renda.congress.views.accounts.asking import shown, typed
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import keeping_typed
from renda.kernel.pages.request import Request


@page("congress/new_account.html", to=keeps_accounts)
def new_account(request: Request) -> dict[str, Any]:
    """One new account."""
    return {"form": shown(request, OneForm)}


@act(to=keeps_accounts, again=new_account)
def make_account(request: Request) -> HttpResponse:
    """Make it, and show the slip: once, for the codes are kept nowhere."""
    return _made(request, OneForm)


@page("congress/many_accounts.html", to=keeps_accounts)
def many_accounts(request: Request) -> dict[str, Any]:
    """Many new accounts from a list."""
    return {"form": shown(request, ManyForm)}


@act(to=keeps_accounts, again=many_accounts)
def make_accounts(request: Request) -> HttpResponse:
    """Make them all or none, and show the slips once."""
    return _made(request, ManyForm)


def _made(request: Request, kind: type[OneForm] | type[ManyForm]) -> HttpResponse:
    form = typed(request, kind)
    with keeping_typed(form):
        issued = enrol(
            congress=request.congress,
            people=form.newcomers,
            from_on=form.cleaned_data["from_on"],
            by=request.actor,
        )
    back = reverse("congress:accounts", args=[request.congress.slug])
    return slips.sheet(request, issued, back=back)
