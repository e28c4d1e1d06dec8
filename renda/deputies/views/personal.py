"""Personal data of one person, for who keeps the accounts: without an account one asks the office.

They see which kinds of data there are and how many, never what they say.
"""

from typing import Any

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from renda.congress.belonging import holdings_of, keeper_above, keepers
from renda.congress.models import Congress
from renda.congress.permits import keeps_accounts
from renda.deputies.models import Person
from renda.deputies.personal.people import PERSON
from renda.kernel.pages import watch
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.request import Request
from renda.kernel.permits.refusal import Refused
from renda.kernel.permits.who import signed_in
from renda.kernel.personal import actions
from renda.kernel.personal.holding import Whom, found, homes_of
from renda.kernel.personal.views import as_file, told

MOST = 50
KINDS = ("person", "user")


@page("personal/people.html", to=keeps_accounts)
def people(request: Request) -> dict[str, Any]:
    """Find somebody by name: deputies and members of bodies, and whoever held a post here."""
    asked = request.GET.get("q", "").strip().replace("\x00", "")[:60]
    rows: list[dict[str, str]] = []
    if asked:
        here = _persons(request).filter(name__icontains=asked).order_by("name", "pk")
        rows += [_row(request, "person", p, _("deputy or member")) for p in here[:MOST]]
        held = _users(request).filter(name__icontains=asked).order_by("name", "pk")
        rows += [_row(request, "user", user, _("post")) for user in held[:MOST]]
    return {"people": rows, "asked": asked}


def _row(request: Request, whose: str, row: Any, about: str) -> dict[str, str]:
    url = reverse("deputies:personal_of", args=[request.congress.slug, whose, row.pk])
    return {"name": str(row), "about": about, "url": url}


def _persons(request: Request) -> QuerySet[Any]:
    """People with a mandate or a seat in this congress, at whatever time."""
    here = request.congress.pk
    mine = Q(mandates__congress_id=here) | Q(memberships__congress_id=here)
    return Person.objects.filter(mine).distinct()


def _users(request: Request) -> QuerySet[Any]:
    """Accounts that held a post here and belong to no deputy or member."""
    rows = get_user_model()._default_manager.filter(
        posts__body__congress_id=request.congress.pk, posts__is_void=False
    )
    return rows.exclude(pk__in=_persons(request).exclude(user=None).values("user_id")).distinct()


def _load(request: Request, whose: str, pk: int) -> tuple[Whom, Any]:
    """The person and the row that stands for them; 404 for everybody else's administrator."""
    if not keeps_accounts(request.actor) or whose not in KINDS:
        raise Http404
    rows = _persons(request) if whose == "person" else _users(request)
    face = rows.filter(pk=pk).first()
    if face is None:
        raise Http404
    if whose == "user":
        return found(Whom(user_id=face.pk, name=str(face))), face
    return found(Whom(name=str(face)).known_as(PERSON, [face.pk])), face


def _refuse_not_ours(request: Request, whom: Whom) -> None:
    """Copy and erasure reach into every congress: who keeps the account does it, without an
    account who stands above all that know the person."""
    if whom.user_id is None:
        keeper = keeper_above(set(homes_of(whom)))
    else:
        keeper = keepers(holdings_of([whom.user_id]), [whom.user_id]).get(whom.user_id)
    if keeper == request.congress.pk:
        return
    names = Congress.objects.filter(pk=keeper or 0).values_list("short_name", flat=True)
    said = {"keeper": names.first() or _("whoever looks after the server")}
    raise Refused(_("This person's data are kept elsewhere: ask %(keeper)s.") % said)


def _why_no_copy(whom: Whom) -> str:
    active = get_user_model()._default_manager.filter(pk=whom.user_id or 0, is_active=True)
    if not active.exists():
        return ""
    return _("This person has an account and downloads the copy there, under “My data”.")


@page("personal/person.html", to=signed_in)
def person(request: Request, whose: str, pk: int) -> dict[str, Any]:
    """One person: which kinds of data there are, what an erasure takes and what it leaves."""
    whom, _face = _load(request, whose, pk)
    here = [request.congress.slug, whose, pk]
    return {
        **told(whom),
        "why_no_copy": _why_no_copy(whom),
        "copy_url": reverse("deputies:personal_copy", args=here),
        "erase_url": reverse("deputies:personal_erase", args=here),
    }


@act(to=signed_in, again=person, keyed=False)
def copy(request: Request, whose: str, pk: int) -> HttpResponse:
    """A copy for somebody without an account (PIPL 45), written in the trail and the log."""
    whom, face = _load(request, whose, pk)
    _refuse_not_ours(request, whom)
    if why := _why_no_copy(whom):
        raise Refused(why)
    archive = actions.copy_of(whom, face, by=request.actor, congress_id=request.congress.pk)
    watch.exported(request, f"data of {whose} {pk}")
    return as_file(archive)


@act(to=signed_in, again=person)
def erase(request: Request, whose: str, pk: int) -> str:
    """Erase what the law lets be erased (PIPL 47), and close the account if there is one."""
    whom, face = _load(request, whose, pk)
    _refuse_not_ours(request, whom)
    if request.POST.get("sure") != "yes":
        raise Refused(_("Tick that you are sure: this cannot be undone."))
    actions.erase(whom, face, by=request.actor, congress_id=request.congress.pk)
    watch.exported(request, f"data of {whose} {pk} erased")
    messages.success(request, _("Erased. What must stay stays."))
    return reverse("deputies:personal_of", args=[request.congress.slug, whose, pk])
