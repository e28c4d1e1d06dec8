"""Giving a post, and what is looked at whenever one was written."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from renda.congress.fitting import refuse_absent, refuse_unfit
from renda.congress.models import Body, Post
from renda.congress.roles import Basis, Role
from renda.congress.staffing import administrators
from renda.congress.staffing.resting import refuse_beyond
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.keeping import enter

JUST_GIVEN = 0  # the version of a row that was never changed


@transaction.atomic
def give_post(
    *,
    user: Any,
    body: Body,
    role: str,
    from_on: date,
    until_on: date | None = None,
    basis: str = Basis.APPOINTED,
    by: Actor | None = None,
) -> Post:
    """A person takes a post at a body, from a day, with a last day or without.

    Raises Refused when the post is none of this body's, when the body is not there then, for a
    closed account, and when the person holds this very post on one of these days.
    """
    post = Post(user=user, body=body, role=role, from_on=from_on, until_on=until_on, basis=basis)
    if by is not None and by.user_id == user.pk:  # the chairpersons hear of it
        enter(post, "congress.give_own_post", by=by, congress_id=body.congress_id)
    else:
        enter(post, "congress.give_post", by=by, congress_id=body.congress_id)
    check_post(post)
    return post


def check_post(post: Post, _by: Actor | None = None) -> None:
    """Look at a post that was just written. Raises Refused, and nothing is written."""
    if not post.is_void:
        _check_standing(post)
    if post.role == Role.ADMINISTRATOR and (post.is_void or post.version != JUST_GIVEN):
        administrators.refuse_without(post.body.congress_id)


def _check_standing(post: Post) -> None:
    if post.until_on and post.until_on < post.from_on:
        raise Refused(_("A post cannot end before it begins."))
    refuse_unfit(post.body, post.role)
    refuse_absent(post.body, post.from_on, post.until_on)
    refuse_beyond(post)
    if not post.user.is_active and post.version == JUST_GIVEN:
        raise Refused(_("The account of %(name)s is closed.") % {"name": post.user.name})
    if post.basis != Basis.STANDING_IN and _same_days(post):
        raise Refused(
            _("%(name)s holds this post on some of these days already.") % {"name": post.user.name}
        )


def _same_days(post: Post) -> bool:
    """Whether the person holds the same post another time on one of its days."""
    rows = Post.objects.filter(user=post.user, body=post.body, role=post.role)
    rows = rows.exclude(pk=post.pk).exclude(basis=Basis.STANDING_IN)
    rows = rows.filter(Q(until_on=None) | Q(until_on__gte=post.from_on))
    if post.until_on:
        rows = rows.filter(from_on__lte=post.until_on)
    return rows.exists()
