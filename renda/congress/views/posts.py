"""Posts: one's own, ending one, standing in for somebody who is away."""

from typing import Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from renda.congress import handing_over
from renda.congress.belonging import Holding, holdings_of
from renda.congress.forms.posts import EndForm, StandInForm
from renda.congress.models import Congress, Post
from renda.congress.permits import keeps_accounts
from renda.congress.posts import colleagues, mine, running
from renda.congress.roles import Basis
from renda.congress.staffing import end_post, end_stand_in, stand_in
from renda.congress.staffing.standing_in import ONLY_BY_ADMINISTRATOR
from renda.congress.views.accounts import somebody_here
from renda.kernel.moment import today
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid, keeping_typed
from renda.kernel.pages.request import Request, version_seen
from renda.kernel.permits.who import signed_in


@page("congress/my_posts.html", to=signed_in)
def my_posts(request: Request) -> dict[str, Any]:
    """What I hold here and elsewhere, who stands in for me, and for whom I stand in."""
    own = [post for post in mine(request.actor) if post.basis != Basis.STANDING_IN]
    held, elsewhere = _mine_everywhere(request)
    return {
        "holdings": held,
        "elsewhere": elsewhere,
        "stand_ins": running(Post.objects.filter(stands_in_for__in=own)),
        "may_let": any(post.role not in ONLY_BY_ADMINISTRATOR for post in own),
        "form": _stand_in_form(request, own, colleagues(own)),
    }


@act(to=signed_in, again=my_posts)
def let_stand_in(request: Request) -> str:
    """Somebody stands in for me while I am away."""
    own = [post for post in mine(request.actor) if post.basis != Basis.STANDING_IN]
    if not own:
        raise Http404
    _stand_in(request, StandInForm(request.POST, posts=own), colleagues(own))
    return reverse("congress:my_posts", args=[request.congress.slug])


@page("congress/standing_in.html", to=signed_in)
def standing_in(request: Request, pk: int) -> dict[str, Any]:
    """The administrator enters who stands in for somebody."""
    person, own = _away(request, pk)
    stand_ins = running(Post.objects.filter(stands_in_for__in=own))
    form = _stand_in_form(request, own, None)
    return {"person": person, "form": form, "stand_ins": stand_ins}


@act(to=signed_in, again=standing_in)
def enter_stand_in(request: Request, pk: int) -> str:
    """Somebody stands in for that person."""
    _person, own = _away(request, pk)
    _stand_in(request, StandInForm(request.POST, posts=own), None)
    return reverse("congress:account", args=[request.congress.slug, pk])


@act(to=signed_in, again=my_posts)
def stop_stand_in(request: Request, pk: int) -> str:
    """It ends at once: whoever was away is back, or the stand-in will not, or the administrator
    says so."""
    post = get_object_or_404(
        Post.objects.select_related("stands_in_for", "body"),
        pk=pk,
        basis=Basis.STANDING_IN,
        stands_in_for__isnull=False,
        body__congress=request.congress,
    )
    is_keeper = keeps_accounts(request.actor)
    if not is_keeper and request.actor.user_id not in (post.user_id, post.stands_in_for.user_id):
        raise Http404
    end_stand_in(post=post, by=request.actor)
    messages.success(request, _("Nobody stands in any longer."))
    if request.POST.get("back") == "account" and is_keeper:
        return reverse("congress:account", args=[request.congress.slug, post.stands_in_for.user_id])
    return reverse("congress:my_posts", args=[request.congress.slug])


@page("congress/ending.html", to=signed_in)
def ending(request: Request, pk: int) -> dict[str, Any]:
    """Before a post ends: what is open with it, and that somebody may take it over."""
    post = _running_post(request, pk)
    found = handing_over.open_with(request.congress, [post])
    problem = request.problem
    form = problem.form if problem else None
    return {
        "post": post,
        "work": handing_over.by_domain(found),
        "open_count": len(found),
        "form": form or EndForm(initial={"until_on": today()}),
    }


@act(to=signed_in, again=ending)
def end(request: Request, pk: int) -> str:
    """The post has its last day."""
    post = _running_post(request, pk)
    form = EndForm(request.POST)
    if not form.is_valid():
        raise Invalid(form)
    with keeping_typed(form):
        end_post(
            post=post,
            by=request.actor,
            seen=version_seen(request),
            **form.cleaned_data,
        )
    messages.success(request, _("The post has its last day."))
    return reverse("congress:account", args=[request.congress.slug, post.user_id])


def _mine_everywhere(request: Request) -> tuple[list[Holding], list[tuple[Congress, Any]]]:
    """What I hold here, and in each other congress."""
    user_id, day = request.actor.user_id or 0, today()
    held = [h for h in holdings_of([user_id])[user_id] if not h.is_over_on(day)]
    others = Congress.objects.filter(pk__in={h.congress_id for h in held}).order_by("path")
    here = request.congress.pk
    return [h for h in held if h.congress_id == here], [
        (place, [h for h in held if h.congress_id == place.pk])
        for place in others
        if place.pk != here
    ]


def _running_post(request: Request, pk: int) -> Post:
    if not keeps_accounts(request.actor):
        raise Http404
    rows = Post.objects.filter(body__congress=request.congress).exclude(until_on__lt=today())
    found: Post = get_object_or_404(rows.select_related("user", "body__congress"), pk=pk)
    return found


def _away(request: Request, pk: int) -> tuple[Any, list[Post]]:
    person = somebody_here(request, pk)
    rows = Post.objects.filter(user=person, body__congress=request.congress)
    own = running(rows.exclude(basis=Basis.STANDING_IN))
    if not own:
        raise Http404
    return person, own


def _stand_in_form(request: Request, own: list[Post], only: Any) -> Any:
    problem = request.problem
    if problem is not None and isinstance(problem.form, StandInForm):
        form = problem.form
    else:
        everything = [post.pk for post in own]
        form = StandInForm(posts=own, initial={"posts": everything, "from_on": today()})
    _offer(request, form, only)
    return form


def _offer(request: Request, form: StandInForm, only: Any) -> None:
    field: Any = form.fields["user"]
    if only is None:
        field.offer(request.congress.pk)
    else:
        field.offer_only(only)


def _stand_in(request: Request, form: StandInForm, only: Any) -> None:
    _offer(request, form, only)
    if not form.is_valid():
        raise Invalid(form)
    said = form.cleaned_data
    days = {"from_on": said["from_on"], "until_on": said["until_on"]}
    with keeping_typed(form):
        stand_in(posts=form.chosen, user=said["user"], by=request.actor, **days)
    messages.success(request, _("%(name)s stands in.") % {"name": said["user"].name})
