"""A deputies' group ends."""

from typing import Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from renda.congress.permits import keeps_bodies
from renda.deputies import actions
from renda.deputies.forms.groups import GroupEndForm
from renda.deputies.models import Group
from renda.deputies.views.seats import home_of
from renda.kernel.moment import today
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid, keeping_typed
from renda.kernel.pages.request import Request, version_seen
from renda.kernel.permits.who import signed_in


@page("deputies/group_end.html", to=signed_in)
def end_of_group(request: Request, pk: int) -> dict[str, Any]:
    """The form for the last day and the reason."""
    group, problem = _group(request, pk), request.problem
    sent = problem.form if problem else None
    form = sent or GroupEndForm(initial={"until_on": today()})
    return {"group": group, "form": form, "back": home_of(request, group.body)}


@act(to=signed_in, again=end_of_group)
def end_group(request: Request, pk: int) -> str:
    """Its memberships end with it."""
    group, form = _group(request, pk), GroupEndForm(request.POST)
    if not form.is_valid():
        raise Invalid(form)
    said = form.cleaned_data
    with keeping_typed(form):
        actions.end_group(group=group, seen=version_seen(request), by=request.actor, **said)
    messages.success(request, _("Its last day is entered."))
    return home_of(request, group.body)


def _group(request: Request, pk: int) -> Group:
    if not keeps_bodies(request.actor):
        raise Http404
    rows = Group.objects.filter(body__congress=request.congress, body__is_void=False)
    found: Group = get_object_or_404(rows.select_related("body__congress", "body__group"), pk=pk)
    return found
