"""The accounts of the people here: the list, one account, and new ones."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from renda.accounts import slips
from renda.congress import roll
from renda.congress.belonging import people_of
from renda.congress.enrolling import enrol, enrol_for_session
from renda.congress.forms.accounts import BorrowForm, ManyForm, OneForm
from renda.congress.permits import keeps_accounts
from renda.congress.staffing.resting import AFTERWARDS
from renda.congress.views import doors
from renda.kernel.clock.rules import rules_of
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid, keeping_typed
from renda.kernel.pages.request import Request
from renda.kernel.permits.refusal import Refused
from renda.kernel.permits.who import signed_in

PAGE = 50


@page("congress/accounts.html", to=keeps_accounts)
def accounts(request: Request) -> dict[str, Any]:
    """Everyone who has or had something here, and the accounts made here."""
    asked, here = request.GET, request.congress.pk
    word, chip = asked.get("q", ""), asked.get("show", "")
    found = roll.found(here, word, chip)
    total, number = found.count(), _number(asked.get("page", ""))
    users = list(found[(number - 1) * PAGE : number * PAGE])
    return {
        "rows": roll.rows_of(users, here),
        "total": total,
        "asked": {"q": word, "show": chip},
        "chips": _chips(chip),
        "earlier": _with(word, chip, number - 1) if number > 1 else "",
        "later": _with(word, chip, number + 1) if number * PAGE < total else "",
    }


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


@page("congress/new_account.html", to=keeps_accounts)
def new_account(request: Request) -> dict[str, Any]:
    """One new account."""
    return {"form": _shown(request, OneForm)}


@act(to=keeps_accounts, again=new_account)
def make_account(request: Request) -> HttpResponse:
    """Make it, and show the slip: once, for the codes are kept nowhere."""
    return _made(request, OneForm)


@page("congress/many_accounts.html", to=keeps_accounts)
def many_accounts(request: Request) -> dict[str, Any]:
    """Many new accounts from a list."""
    return {"form": _shown(request, ManyForm)}


@act(to=keeps_accounts, again=many_accounts)
def make_accounts(request: Request) -> HttpResponse:
    """Make them all or none, and show the slips once."""
    return _made(request, ManyForm)


@page("congress/borrowing.html", to=keeps_accounts)
def borrowing(request: Request) -> dict[str, Any]:
    """Clerks borrowed for a session, from a list."""
    days = AFTERWARDS.span(rules_of(request.congress.pk)).n
    return {"form": _shown(request, BorrowForm), "days": days}


@act(to=keeps_accounts, again=borrowing)
def borrow(request: Request) -> HttpResponse | str:
    """Take them in; slips for those who have not come in yet."""
    form = _typed(request, BorrowForm)
    said = form.cleaned_data
    issued = _or_refused(
        form,
        enrol_for_session,
        session=said["session"],
        under=said["under"],
        people=form.newcomers,
        from_on=said["from_on"],
        by=request.actor,
    )
    back = reverse("registers:list", args=[request.congress.slug, "posts"]) + "?show=borrowed"
    return slips.sheet(request, issued, back=back) if issued else back


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


def _made(request: Request, kind: type[OneForm] | type[ManyForm]) -> HttpResponse:
    form = _typed(request, kind)
    issued = _or_refused(
        form,
        enrol,
        congress=request.congress,
        people=form.newcomers,
        from_on=form.cleaned_data["from_on"],
        by=request.actor,
    )
    back = reverse("congress:accounts", args=[request.congress.slug])
    return slips.sheet(request, issued, back=back)


def _shown(request: Request, kind: Any) -> Any:
    if request.problem is not None and request.problem.form is not None:
        return request.problem.form
    return kind(congress=request.congress, initial=request.GET.dict())


def _typed(request: Request, kind: Any) -> Any:
    form = kind(request.POST, congress=request.congress)
    if not form.is_valid():
        raise Invalid(form)
    return form


def _or_refused(form: Any, does: Any, **kwargs: Any) -> Any:
    """Do it; a refusal carries the form, so that what was typed stays."""
    with keeping_typed(form):
        return does(**kwargs)


def _chips(current: str) -> list[dict[str, Any]]:
    shown = [{"label": roll.ALL, "url": "?", "is_current": current not in roll.CHIPS}]
    return shown + [
        {"label": label, "url": f"?show={name}", "is_current": name == current}
        for name, (label, _narrows) in roll.CHIPS.items()
    ]


def _number(asked: str) -> int:
    return max(int(asked[:6]), 1) if asked.isascii() and asked.isdecimal() else 1


def _with(word: str, chip: str, number: int) -> str:
    kept = {"q": word, "show": chip, "page": str(number)}
    return "?" + urlencode({name: value for name, value in kept.items() if value})
