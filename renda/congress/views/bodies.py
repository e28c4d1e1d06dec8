"""A body gets a new name, ends, or takes another place."""

from typing import Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from renda.congress.forms.bodies import EndForm, RenameForm
from renda.congress.inheriting import open_at
from renda.congress.models import Body
from renda.congress.permits import keeps_bodies
from renda.congress.renaming import end_body, move_body, rename_body
from renda.congress.roles import BodyKind
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid, keeping_typed
from renda.kernel.pages.request import Request, version_seen
from renda.kernel.permits.who import signed_in


def body_here(request: Request, pk: int) -> Body:
    """A body of this congress, for whoever keeps it: to others it is not there. Deputies' groups
    have pages of their own."""
    if not keeps_bodies(request.actor):
        raise Http404
    rows = Body.objects.filter(congress=request.congress).exclude(kind=BodyKind.GROUP)
    found: Body = get_object_or_404(rows.select_related("parent"), pk=pk)
    return found


def address(body: Body, slug: str) -> str:
    """Where a body opens."""
    key = "organs" if body.kind == BodyKind.ORGAN else "bodies"
    return reverse("registers:row", args=[slug, key, body.pk])


def _shown(request: Request, pk: int, form: type) -> dict[str, Any]:
    body = body_here(request, pk)
    sent = request.problem.form if request.problem else None
    first = {"name": body.name, "short_name": body.short_name, **request.GET.dict()}
    return {
        "body": body,
        "form": sent or form(initial=first),
        "back": address(body, request.congress.slug),
    }


def _typed(request: Request, form: Any) -> dict[str, Any]:
    if not form.is_valid():
        raise Invalid(form)
    said: dict[str, Any] = form.cleaned_data
    return said | {"seen": version_seen(request)}


def _done(request: Request, form: Any, does: Any, **asked: Any) -> Body:
    with keeping_typed(form):
        body: Body = does(by=request.actor, **asked)
    return body


@page("congress/rename.html", to=signed_in)
def rename(request: Request, pk: int) -> dict[str, Any]:
    """The form for a new name."""
    return _shown(request, pk, RenameForm)


@act(to=signed_in, again=rename)
def renamed(request: Request, pk: int) -> str:
    """更名."""
    body, form = body_here(request, pk), RenameForm(request.POST)
    body = _done(request, form, rename_body, body=body, **_typed(request, form))
    messages.success(request, _("Renamed. What was closed before keeps the old name."))
    return address(body, request.congress.slug)


@page("congress/end.html", to=signed_in)
def end(request: Request, pk: int) -> dict[str, Any]:
    """The form for the last day."""
    return {**_shown(request, pk, EndForm), "open_work": open_at([pk])}


@act(to=signed_in, again=end)
def ended(request: Request, pk: int) -> str:
    """It is there for the last time on a day."""
    body, form = body_here(request, pk), EndForm(request.POST)
    said = _typed(request, form)
    said["until_on"] = said.pop("on")
    body = _done(request, form, end_body, body=body, **said)
    messages.success(request, _("Its last day is entered."))
    return address(body, request.congress.slug)


@act(to=signed_in)
def move(request: Request, pk: int) -> str:
    """Up or down by one."""
    body = move_body(
        body=body_here(request, pk), is_up=request.POST.get("to") == "up", by=request.actor
    )
    return f"{address(body, request.congress.slug)}#order"
