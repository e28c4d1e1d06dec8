"""代表证: issuing to all who have none, and the sheet for the card maker."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from renda.congress.permits import deputies_office
from renda.deputies.actions.certificates import issue_certificates
from renda.deputies.forms.certificates import IssueForm
from renda.deputies.models import Certificate
from renda.deputies.naming import listed_name
from renda.deputies.permits import reads_deputies
from renda.deputies.queries import photos_of, valid_certificates, without_certificate
from renda.kernel.moment import today
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid, keeping_typed
from renda.kernel.pages.request import Request


@page("deputies/issue.html", to=deputies_office)
def issue(request: Request) -> dict[str, Any]:
    """Who has none, and how the numbers are to be made."""
    problem = request.problem
    waiting = list(without_certificate(request.congress.pk))
    there = Certificate.objects.filter(congress=request.congress).count()
    first = {"first": there + 1, "issued_on": today()}
    return {
        "waiting": [listed_name(m.person) for m in waiting],
        "form": problem.form if problem and problem.form else IssueForm(initial=first),
    }


@act(to=deputies_office, again=issue)
def issue_all(request: Request) -> str:
    """One for each, in the order of the register."""
    form = IssueForm(request.POST)
    if not form.is_valid():
        raise Invalid(form)
    on = form.cleaned_data["issued_on"]
    with keeping_typed(form):
        made = issue_certificates(pattern=form.pattern, on=on, by=request.actor)
    said = ngettext("%(n)d certificate was issued.", "%(n)d certificates were issued.", len(made))
    messages.success(request, said % {"n": len(made)})
    return reverse("deputies:certificate_sheet", args=[request.congress.slug]) + f"?on={on}"


@page("deputies/certificate_sheet.html", to=reads_deputies)
def sheet(request: Request) -> dict[str, Any]:
    """What the card maker prints: photograph, name, number; of one day of issue."""
    valid = valid_certificates().filter(congress=request.congress)
    days = list(valid.order_by("-issued_on").values_list("issued_on", flat=True).distinct())
    asked = _day(request.GET.get("on", ""))
    on = asked if asked in days else days[0] if days else None
    rows = valid.filter(issued_on=on) if on else valid.none()
    rows = rows.select_related("mandate__person", "mandate__term").order_by("mandate__order")
    shown = list(rows)
    photos = photos_of([row.mandate_id for row in shown])
    return {
        "rows": [(row, photos.get(row.mandate_id)) for row in shown],
        "days": days,
        "on": on,
        "without_photo": sum(row.mandate_id not in photos for row in shown),
        "title": _("Certificates of deputies, issued on one day"),
    }


def _day(asked: str) -> date | None:
    try:
        return parse_date(asked)
    except ValueError:
        return None
