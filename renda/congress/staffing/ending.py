"""Ending a post, and correcting its days. Whoever stood in for it stands in no longer."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from renda.congress.models import Post
from renda.congress.staffing.giving import check_post
from renda.congress.staffing.resting import refuse_after_session
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.history import place_of
from renda.kernel.registers.keeping import change, locked, withdraw

DAY = timedelta(days=1)


@transaction.atomic
def end_post(
    *, post: Post, until_on: date, by: Actor, seen: int | None = None, reason: str = ""
) -> Post:
    """A post has its last day. Raises Refused for a day before it began: a post given by mistake
    is withdrawn."""
    if until_on < post.from_on:
        raise Refused(_("It cannot end before it begins. Withdraw a post given by mistake."))
    locked(post, seen)
    along = shorten_stand_ins(post, until_on, by)
    change(
        post,
        "congress.end_post",
        by=by,
        values={"until_on": until_on},
        reason=reason,
        congress_id=post.body.congress_id,
        said={"with": along},
    )
    check_post(post)
    return post


@transaction.atomic
def change_post(
    *, post: Post, values: Mapping[str, Any], by: Actor, seen: int | None = None, reason: str = ""
) -> Post:
    """Correct the days of a post or how it is held. Who, where and as what stay: a wrong one is
    withdrawn and given anew."""
    locked(post, seen)
    last, is_own = values.get("until_on"), by.user_id == post.user_id
    refuse_after_session(post, last)
    along = shorten_stand_ins(post, last, by) if last else []
    change(
        post,
        "congress.change_own_post" if is_own else "congress.change_post",
        by=by,
        values=values,
        reason=reason,
        congress_id=post.body.congress_id,
        said={"with": along},
    )
    check_post(post)
    return post


def shorten_stand_ins(post: Post, until_on: date, by: Actor | None) -> list[int]:
    """Nobody stands in after the last day of the post itself. Returns the places of these events in
    the trail, to be undone along with what shortened them."""
    stand_ins = Post.objects.select_for_update().filter(stands_in_for=post, until_on__gt=until_on)
    # All of them before the first event, which locks the head of the chain.
    return [stop_after(stand_in, until_on, by) for stand_in in list(stand_ins.order_by("pk"))]


def stop_after(stand_in: Post, until_on: date, by: Actor | None) -> int:
    """Somebody stands in until this day; if that was never to begin, not at all. Returns the place
    of the event in the trail."""
    here = stand_in.body.congress_id
    if stand_in.from_on > until_on:
        withdraw(stand_in, "congress.call_off_stand_in", by=by, congress_id=here)
    else:
        values = {"until_on": until_on}
        change(stand_in, "congress.end_stand_in", by=by, values=values, congress_id=here)
    return place_of(stand_in, here)
