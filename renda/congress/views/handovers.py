"""交接: who hands over what to whom, and the list of the open work that both sign."""

from typing import Any

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from renda.congress import handing_over
from renda.congress.forms.posts import HandOverForm, tomorrow
from renda.congress.models import Handover, Post
from renda.congress.permits import keeps_accounts
from renda.congress.posts import running
from renda.congress.roles import Basis
from renda.congress.staffing import hand_over
from renda.congress.views.accounts import somebody_here
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid, keeping_typed
from renda.kernel.pages.request import Request
from renda.kernel.permits.who import signed_in

PAGE = 50


@page("congress/handovers.html", to=keeps_accounts)
def handovers(request: Request) -> dict[str, Any]:
    """All handovers here, the newest first."""
    before = request.GET.get("before", "")
    rows = Handover.objects.filter(congress=request.congress).select_related("old", "new")
    rows = rows.order_by("-pk")
    if before.isascii() and before.isdecimal():
        rows = rows.filter(pk__lt=int(before[:18]))
    shown = list(rows[: PAGE + 1])
    older = shown[PAGE - 1].pk if len(shown) > PAGE else None
    return {"handovers": shown[:PAGE], "later": f"?before={older}" if older else ""}


@page("congress/handing_over.html", to=signed_in)
def handing(request: Request, pk: int) -> dict[str, Any]:
    """Choose what somebody hands over, to whom, from when; what is open with each post."""
    person, posts = _leaver(request, pk)
    problem = request.problem
    if problem is not None and problem.form is not None:
        form = problem.form
    else:
        first = {"posts": [post.pk for post in posts], "from_on": tomorrow()}
        form = HandOverForm(posts=posts, initial=first)
    form.fields["user"].offer(request.congress.pk)
    return {
        "person": person,
        "form": form,
        "open_by_post": [(p, len(handing_over.open_with(request.congress, [p]))) for p in posts],
    }


@act(to=signed_in, again=handing)
def hand(request: Request, pk: int) -> str:
    """Posts and open work go to another."""
    _person, posts = _leaver(request, pk)
    form = HandOverForm(request.POST, posts=posts)
    form.fields["user"].offer(request.congress.pk)  # type: ignore[attr-defined]
    if not form.is_valid():
        raise Invalid(form)
    said = form.cleaned_data
    with keeping_typed(form):
        made = hand_over(
            congress=request.congress,
            posts=form.chosen,
            new=said["user"],
            from_on=said["from_on"],
            reason=said["reason"],
            by=request.actor,
        )
    messages.success(request, _("Handed over. Print the list and let both sign it."))
    return reverse("congress:handover", args=[request.congress.slug, made.pk])


@page("congress/handover.html", to=signed_in)
def handover(request: Request, pk: int) -> dict[str, Any]:
    """The list of a handover: for the two it is about, and for the administrator without titles."""
    rows = Handover.objects.filter(congress=request.congress).select_related("old", "new")
    found = rows.filter(pk=pk).first()
    is_party = found is not None and request.actor.user_id in (found.old_id, found.new_id)
    if found is None or not (is_party or keeps_accounts(request.actor)):
        raise Http404
    work = handing_over.listed(found, with_titles=is_party)
    return {
        "handover": found,
        "posts": Post.ever().filter(pk__in=found.ended).select_related("body"),
        "work": work,
        "open_count": len(found.open_work),
        "is_party": is_party,
        "may_go_back": keeps_accounts(request.actor),
    }


def _leaver(request: Request, pk: int) -> tuple[Any, list[Post]]:
    person = somebody_here(request, pk)
    rows = Post.objects.filter(user=person, body__congress=request.congress)
    posts = running(rows.exclude(basis=Basis.STANDING_IN))
    if not posts:
        raise Http404
    return person, posts
