"""One seat: leaving it, and becoming something else in the same body."""

from typing import Any

from django.contrib import messages
from django.http import Http404
from django.utils.translation import gettext as _

from renda.congress.permits import keeps_bodies
from renda.deputies import actions
from renda.deputies.forms.seating import LeaveForm, OfficeForm
from renda.deputies.models import Membership
from renda.deputies.seats import Seat
from renda.deputies.views.seats import home_of
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid, keeping_typed
from renda.kernel.pages.request import Request, version_seen
from renda.kernel.permits.who import signed_in


@page("deputies/leave.html", to=signed_in)
def leave(request: Request, pk: int) -> dict[str, Any]:
    """The form for the last day and the reason."""
    return _shown(request, pk, LeaveForm)


@act(to=signed_in, again=leave)
def leave_seat(request: Request, pk: int) -> str:
    """Somebody leaves; the post that the office gave ends with it."""
    row = _row(request, pk)
    form = _typed(request, row, LeaveForm)
    said = form.cleaned_data
    _or_refused(form, actions.leave, row, request, **said)
    messages.success(request, _("%(name)s has left.") % {"name": row.person.name})
    return home_of(request, row.body)


@page("deputies/office.html", to=signed_in)
def office(request: Request, pk: int) -> dict[str, Any]:
    """The form for another office."""
    return _shown(request, pk, OfficeForm)


@act(to=signed_in, again=office)
def take_office(request: Request, pk: int) -> str:
    """From a day on somebody is something else: one seat ends, another begins."""
    row = _row(request, pk)
    form = _typed(request, row, OfficeForm)
    made = _or_refused(form, actions.change_office, row, request, **form.cleaned_data)
    said = {"name": made.person.name, "office": made.office_name}
    messages.success(request, _("%(name)s is now %(office)s.") % said)
    return home_of(request, row.body)


def _shown(request: Request, pk: int, kind: Any) -> dict[str, Any]:
    row, problem = _row(request, pk), request.problem
    form = problem.form if problem and problem.form else kind(membership=row)
    return {"row": row, "seat": Seat(row), "body": row.body, "form": form}


def _row(request: Request, pk: int) -> Membership:
    if not keeps_bodies(request.actor):
        raise Http404
    rows = Membership.objects.filter(congress=request.congress)
    rows = rows.select_related("person__user", "body__group", "body__congress", "congress")
    found: Membership | None = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _typed(request: Request, row: Membership, kind: Any) -> Any:
    form = kind(request.POST, membership=row)
    if not form.is_valid():
        raise Invalid(form)
    return form


def _or_refused(form: Any, does: Any, row: Membership, request: Request, **said: Any) -> Any:
    """Do it for the version that was seen; a refusal carries the form."""
    with keeping_typed(form):
        return does(membership=row, seen=version_seen(request), by=request.actor, **said)
