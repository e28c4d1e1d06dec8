"""One account, and the acts on it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from renda.accounts import slips
from renda.congress import roll
from renda.congress.belonging import people_of
from renda.congress.permits import keeps_accounts
from renda.congress.views import doors
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid
from renda.kernel.pages.request import Request
from renda.kernel.permits.refusal import Refused
from renda.kernel.permits.who import signed_in


@page("congress/account.html", to=signed_in)
def account(request: Request, pk: int) -> dict[str, Any]:
    """One account: what its person holds, how it stands, what can be done."""
    user = somebody_here(request, pk)
    found = roll.account(user, request.congress)
    return {
        "person": user,
        "account": found,
        "has_posts": any(h.post and not h.post.stands_in_for_id for h in found.row.held),
        "row": found.row,
        "doings": doors.offered(request, found.row) if found.row.is_kept_here else [],
        "history": roll.history(user, request.congress.pk),
    }


@act(to=signed_in, again=account)
def do_account(request: Request, pk: int, what: str) -> HttpResponse | str:
    """Do one thing to an account that this congress keeps."""
    user, doing = somebody_here(request, pk), doors.DOINGS.get(what)
    if doing is None:
        raise Http404
    _refuse_not_ours(request, user, doing)
    form = doors.sent(request, doing)
    if not form.is_valid():
        raise Invalid(form, doing.name)
    given = {"user": user, "congress_id": request.congress.pk, "by": request.actor}
    back = reverse("congress:account", args=[request.congress.slug, pk])
    try:
        done = doing.does(**given, **form.cleaned_data)
    except Refused as refused:
        refused.form, refused.step = form, doing.name  # type: ignore[attr-defined]
        raise
    if doing.prints:
        return slips.sheet(request, [done], back=back)
    messages.success(request, str(doing.done))
    return back


def somebody_here(request: Request, pk: int) -> Any:
    """The account of somebody who belongs to this congress, for whoever keeps accounts here.
    Raises Http404 for anybody else."""
    if not keeps_accounts(request.actor):
        raise Http404
    user = people_of(request.congress.pk).filter(pk=pk).first()
    if user is None:
        raise Http404
    return user


def _refuse_not_ours(request: Request, user: Any, doing: doors.Doing) -> None:
    if doing.not_own and user.pk == request.actor.user_id:
        raise Refused(_("For your own account another administrator does this."))
    found = roll.account(user, request.congress)
    if found.row.is_kept_here:
        return
    keeper = found.keeper.short_name if found.keeper else _("whoever looks after the server")
    raise Refused(
        _("This account is kept elsewhere: ask %(keeper)s. Its posts here can be ended.")
        % {"keeper": keeper}
    )
