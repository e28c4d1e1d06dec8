"""People are borrowed for a session."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from renda.accounts import slips
from renda.congress.enrolling import enrol_for_session
from renda.congress.forms.accounts import BorrowForm
from renda.congress.permits import keeps_accounts
from renda.congress.staffing.resting import AFTERWARDS
from renda.congress.views.accounts.asking import shown, typed
from renda.kernel.clock.rules import rules_of
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import keeping_typed
from renda.kernel.pages.request import Request


@page("congress/borrowing.html", to=keeps_accounts)
def borrowing(request: Request) -> dict[str, Any]:
    """Clerks borrowed for a session, from a list."""
    days = AFTERWARDS.span(rules_of(request.congress.pk)).n
    return {"form": shown(request, BorrowForm), "days": days}


@act(to=keeps_accounts, again=borrowing)
def borrow(request: Request) -> HttpResponse | str:
    """Take them in; slips for those who have not come in yet."""
    form = typed(request, BorrowForm)
    said = form.cleaned_data
    with keeping_typed(form):
        issued = enrol_for_session(
            session=said["session"],
            under=said["under"],
            people=form.newcomers,
            from_on=said["from_on"],
            by=request.actor,
        )
    back = reverse("registers:list", args=[request.congress.slug, "posts"]) + "?show=borrowed"
    return slips.sheet(request, issued, back=back) if issued else back
