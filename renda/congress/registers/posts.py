"""职务: who holds which post. The administrator gives and ends them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.congress.first_steps import something_is_missing
from renda.congress.forms.posts import PostForm
from renda.congress.models import Congress, Post
from renda.congress.permits import keeps_accounts, reads_bodies
from renda.congress.roles import Basis
from renda.congress.staffing import change_post, check_post, give_post
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.registers import history, hub
from renda.kernel.registers.register import Chip, Column, Link, Register, add


def _rows(actor: Actor) -> QuerySet[Any]:
    rows = Post.objects.filter(body__congress_id=actor.congress_id)
    return rows.select_related("user", "body__congress", "stands_in_for__user")


def _today(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.filter(from_on__lte=today()).exclude(_over(today()))


def _over(day: date) -> Q:
    return Q(until_on__lt=day)


def _how(post: Post) -> str:
    if post.stands_in_for is None:
        return str(post.get_basis_display())
    return _("standing in for %(name)s") % {"name": post.stands_in_for.user.name}


def _links(actor: Actor, congress: Congress, post: Post) -> Sequence[Link]:
    if not keeps_accounts(actor):
        return ()
    here = [congress.slug]
    account = reverse("congress:account", args=[*here, post.user_id])
    links = [Link(_("Account of %(name)s") % {"name": post.user.name}, account, "person")]
    if post.until_on is None or post.until_on >= today():
        links.append(Link(_("End it"), reverse("congress:ending", args=[*here, post.pk]), "pause"))
    return links


def _list_links(actor: Actor, congress: Congress) -> Sequence[Link]:
    if not keeps_accounts(actor):
        return ()
    handovers = reverse("congress:handovers", args=[congress.slug])
    borrowing = reverse("congress:borrowing", args=[congress.slug])
    return (
        Link(_("Handovers"), handovers, "back"),
        Link(_("Clerks borrowed for a session"), borrowing, "people"),
    )


POSTS = Register(
    key="posts",
    name=gettext_lazy("Posts"),
    one=gettext_lazy("a post"),
    about=gettext_lazy("Who may do what, where, from when until when."),
    icon="person",
    group="accounts",
    model=lambda: Post,
    rows=_rows,
    reads=reads_bodies | keeps_accounts,
    writes=keeps_accounts,
    columns=(
        Column(gettext_lazy("Person"), "user.name", is_title=True),
        Column(gettext_lazy("As"), "get_role_display"),
        Column(gettext_lazy("Body"), "body.name"),
        Column(gettext_lazy("How it is held"), _how, is_desk=True),
        Column(gettext_lazy("From"), "from_on", is_desk=True),
        Column(gettext_lazy("Last day"), "until_on"),
    ),
    action="congress.{}_post",
    verbs={"add": "give"},
    form=PostForm,
    adds=lambda values, actor: give_post(**values, by=actor),
    changes=lambda post, values, actor, seen, reason: change_post(
        post=post, values=values, by=actor, seen=seen, reason=reason
    ),
    checks=check_post,
    search=("user__name", "user__username", "body__name"),
    chips=(
        Chip("now", gettext_lazy("Held today"), lambda rows, _a: _today(rows)),
        Chip(
            "ending",
            gettext_lazy("With a last day"),
            lambda rows, _a: rows.exclude(_over(today())).filter(until_on__isnull=False),
        ),
        Chip(
            "borrowed",
            gettext_lazy("Borrowed"),
            lambda rows, _a: rows.filter(basis=Basis.BORROWED),
        ),
        Chip(
            "standing_in",
            gettext_lazy("Standing in"),
            lambda rows, _a: rows.filter(basis=Basis.STANDING_IN),
        ),
        Chip("over", gettext_lazy("Over"), lambda rows, _a: rows.filter(_over(today()))),
    ),
    order=("body__order", "body_id", "role", "-from_on", "pk"),
    links=_links,
    list_links=_list_links,
    place=20,
)

CALLED = {
    "congress.give_post": gettext_lazy("Post given"),
    "congress.give_own_post": gettext_lazy("Post given to themselves"),
    "congress.change_own_post": gettext_lazy("Own post changed"),
    "congress.take_over_post": gettext_lazy("Post taken over"),
    "congress.hand_over_post": gettext_lazy("Post handed over"),
    "congress.end_post": gettext_lazy("Last day set"),
    "congress.borrow": gettext_lazy("Borrowed"),
    "congress.follow_session": gettext_lazy("Last day moved with the session"),
    "congress.stand_in": gettext_lazy("Standing in entered"),
    "congress.stand_in_oneself": gettext_lazy("Standing in entered for themselves"),
    "congress.end_stand_in": gettext_lazy("Standing in ended"),
    "congress.call_off_stand_in": gettext_lazy("Standing in called off"),
}


TILES = (
    hub.Tile(
        name=gettext_lazy("Accounts"),
        about=gettext_lazy("Who can sign in here; invitations, codes, closing and opening."),
        icon="people",
        group="accounts",
        url_name="congress:accounts",
        to=keeps_accounts,
        place=10,
    ),
    hub.Tile(
        name=gettext_lazy("Handovers"),
        about=gettext_lazy("What went from whom to whom, with the work that was open."),
        icon="back",
        group="accounts",
        url_name="congress:handovers",
        to=keeps_accounts,
        place=30,
    ),
    hub.Tile(
        name=gettext_lazy("Security log"),
        about=gettext_lazy("Sign-ins, refusals and looks of the people here."),
        icon="lock",
        group="accounts",
        url_name="congress:security_log",
        to=keeps_accounts,
        place=40,
    ),
    hub.Tile(
        name=gettext_lazy("First steps"),
        about=gettext_lazy("What this congress still lacks, step by step."),
        icon="flag",
        group="congress",
        url_name="congress:first_steps",
        to=something_is_missing,
        place=1,
    ),
)


def declare() -> None:
    """Tell the kernel of them, and of what lies beside them."""
    add(POSTS)
    history.called(CALLED)
    for tile in TILES:
        hub.add(tile)
