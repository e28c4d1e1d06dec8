"""交接: one act moves a person's posts to another, and lists the work that was open.

Both hear of it once, not of every post."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from renda.congress import handing_over
from renda.congress.models import Congress, Handover, Post
from renda.congress.roles import Basis
from renda.congress.staffing.ending import DAY, shorten_stand_ins
from renda.congress.staffing.giving import check_post
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused, Stale
from renda.kernel.registers.history import place_of
from renda.kernel.registers.keeping import change, enter


@transaction.atomic
def hand_over(
    *,
    congress: Congress,
    posts: Sequence[Post],
    new: Any,
    from_on: date,
    by: Actor,
    reason: str = "",
) -> Handover:
    """The posts go to `new` from this day on; the day before is the old holder's last.

    Open work goes with the posts; mandates and drafts are the person's own and stay. Raises
    Refused for posts of two people, for one that has not begun or is over on that day, and when
    the new holder has one of them already.
    """
    _lock(posts)
    old = _holder(posts, new, from_on)
    handover = Handover(
        congress=congress,
        old=old,
        new=new,
        from_on=from_on,
        ended=[post.pk for post in posts],
        open_work=handing_over.kept(handing_over.open_with(congress, posts)),
    )
    for post in posts:
        _move(post, new, from_on, by, reason)
    return enter(handover, "congress.hand_over", by=by, said={"reason": reason})


def _lock(posts: Sequence[Post]) -> None:
    """The posts and whoever stands in for them, before the first event locks the head of the chain;
    what they are is read again under the lock."""
    ids = [post.pk for post in posts]
    asked = Post.objects.filter(Q(pk__in=ids) | Q(stands_in_for__in=ids)).order_by("pk")
    locked = {row.pk: row for row in asked.select_for_update()}
    for post in posts:
        if post.pk not in locked:
            raise Stale(_("This entry was withdrawn meanwhile."))
        post.from_on, post.until_on = locked[post.pk].from_on, locked[post.pk].until_on
        post.version = locked[post.pk].version


def _holder(posts: Sequence[Post], new: Any, from_on: date) -> Any:
    if not posts:
        raise Refused(_("Choose the posts that are handed over."))
    holders = {post.user_id for post in posts}
    if len(holders) != 1:
        raise Refused(_("One person hands over at a time."))
    if new.pk in holders:
        raise Refused(_("Nobody hands over to themselves."))
    for post in posts:
        if post.basis == Basis.STANDING_IN:
            raise Refused(_("Standing in is not handed over: it ends, and another stands in."))
        if from_on <= post.from_on or (post.until_on and from_on > post.until_on + DAY):
            raise Refused(
                _("This post cannot be handed over on that day: %(post)s.") % {"post": post}
            )
    return posts[0].user


def _move(post: Post, new: Any, from_on: date, by: Actor, reason: str) -> None:
    here, last = post.body.congress_id, post.until_on
    taken = Post(
        user=new,
        body=post.body,
        role=post.role,
        basis=post.basis,
        session=post.session,
        from_on=from_on,
        until_on=last if last and last >= from_on else None,
    )
    is_own = by.user_id == new.pk
    enter(
        taken,
        "congress.give_own_post" if is_own else "congress.take_over_post",
        by=by,
        congress_id=here,
    )
    if post.until_on != from_on - DAY:  # it may have been ended before a successor was found
        along = shorten_stand_ins(post, from_on - DAY, by)
        change(
            post,
            "congress.hand_over_post",
            by=by,
            values={"until_on": from_on - DAY},
            reason=reason,
            congress_id=here,
            said={"with": [place_of(taken, here), *along]},
        )
    check_post(post)
    check_post(taken)
