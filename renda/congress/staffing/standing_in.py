"""Standing in for somebody who is away: the same roles at the same bodies, from day to day.

What the stand-in does is done under their own name; the trail says who it was. A mandate is no
post: nobody stands in for a deputy.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from renda.congress.models import Post
from renda.congress.permits import keeps_accounts
from renda.congress.posts import colleagues
from renda.congress.roles import Basis, Role
from renda.congress.staffing.ending import DAY, stop_after
from renda.congress.staffing.giving import check_post
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.keeping import enter, locked

# Nobody passes these on by themselves: the administrator enters it.
ONLY_BY_ADMINISTRATOR = (
    Role.ADMINISTRATOR,
    Role.CHAIR,
    Role.VICE_CHAIR,
    Role.SECRETARY_GENERAL,
    Role.PRESIDIUM_CHAIR,
)


@transaction.atomic
def stand_in(
    *, posts: Sequence[Post], user: Any, from_on: date, until_on: date, by: Actor
) -> list[Post]:
    """Somebody stands in for these posts, the last day included.

    Raises Refused for days on which the posts are not held, for too long, for a post that is
    itself only stood in for; and, unless an administrator enters it, for chairs and administrators
    and for a stand-in who does not work there.
    """
    if not posts:
        raise Refused(_("Choose the posts that somebody is to stand in for."))
    _refuse_days(from_on, until_on)
    return [_one(post, user, from_on, until_on, by) for post in posts]


@transaction.atomic
def end_stand_in(*, post: Post, by: Actor) -> Post:
    """It ends at once: from this moment on the stand-in holds nothing by it."""
    if post.basis != Basis.STANDING_IN:
        raise Refused(_("This post is not stood in for: end it as a post."))
    fresh = locked(post)
    if fresh.until_on and fresh.until_on < today():
        raise Refused(_("Nobody stands in any longer."))
    stop_after(post, today() - DAY, by)
    return post


def _one(post: Post, user: Any, from_on: date, until_on: date, by: Actor) -> Post:
    _refuse_post(post, user, by)
    made = Post(
        user=user,
        body=post.body,
        role=post.role,
        basis=Basis.STANDING_IN,
        stands_in_for=post,
        from_on=from_on,
        until_on=until_on,
    )
    enter(
        made,
        "congress.stand_in_oneself" if user.pk == by.user_id else "congress.stand_in",
        by=by,
        congress_id=post.body.congress_id,
    )
    check_post(made)
    _refuse_held(made)
    return made


def _refuse_days(from_on: date, until_on: date) -> None:
    if until_on < from_on:
        raise Refused(_("The last day cannot come before the first."))
    if from_on < today():
        raise Refused(_("Somebody stands in from today on or later, not for days gone by."))


def _refuse_post(post: Post, user: Any, by: Actor) -> None:
    if user.pk == post.user_id:
        raise Refused(_("Nobody stands in for themselves."))
    if post.basis == Basis.STANDING_IN:
        raise Refused(_("Whoever stands in cannot let somebody else stand in."))
    if keeps_accounts(by):
        return
    if post.role in ONLY_BY_ADMINISTRATOR:
        raise Refused(
            _("For %(post)s the administrator enters who stands in.")
            % {"post": post.get_role_display()}
        )
    if not colleagues([post]).filter(pk=user.pk).exists():
        raise Refused(
            _("%(name)s does not work at %(body)s. Ask the administrator to enter it.")
            % {"name": user.name, "body": post.body}
        )


def _refuse_held(made: Post) -> None:
    """Whoever holds the post anyway, or stands in for it already, need not stand in."""
    held = Post.objects.filter(user=made.user, body=made.body, role=made.role)
    held = held.exclude(pk=made.pk).filter(from_on__lte=made.until_on)
    if held.exclude(until_on__lt=made.from_on).exists():
        raise Refused(
            _("%(name)s holds this post on some of these days already.") % {"name": made.user.name}
        )
