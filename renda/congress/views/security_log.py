"""The security log. Looking is itself an entry, so it is an act: nothing is shown before."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from renda.accounts.security import KEPT_MONTHS, Kind, record
from renda.congress import security
from renda.congress.forms.security import LookForm
from renda.congress.permits import keeps_accounts
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid
from renda.kernel.pages.request import Request

PAGE = 50
TEMPLATE = "congress/security_log.html"


@page(TEMPLATE, to=keeps_accounts)
def security_log(request: Request) -> dict[str, Any]:
    """What to look for. No entry yet."""
    problem = request.problem
    form = problem.form if problem else None
    return {"form": form or LookForm(congress=request.congress), "kept_months": KEPT_MONTHS}


@act(to=keeps_accounts, again=security_log, keyed=False)
def look(request: Request) -> HttpResponse:
    """Look, and leave the entry that says so; a further page of the same list is a look of its
    own."""
    form = LookForm(request.POST, congress=request.congress)
    if not form.is_valid():
        raise Invalid(form)
    record(request, Kind.LOOK, request.actor.user, form.said)
    rows = security.found(request.congress, **form.asked)
    number = form.cleaned_data["page"] or 1
    shown = list(rows[(number - 1) * PAGE : number * PAGE + 1])
    return render(
        request,
        TEMPLATE,
        {
            "form": form,
            "kept_months": KEPT_MONTHS,
            "lines": security.lines(request.congress, shown[:PAGE]),
            "is_looked": True,
            "earlier": number - 1 if number > 1 else None,
            "later": number + 1 if len(shown) > PAGE else None,
        },
    )
