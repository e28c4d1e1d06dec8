"""The post that an office gives: it begins, changes and ends with the membership."""

from typing import Any

from django.db import transaction
from django.db.models import Q

from renda.congress.actions import give_post
from renda.congress.models import Post
from renda.congress.staffing.ending import DAY, shorten_stand_ins
from renda.deputies.actions.admitting import door
from renda.deputies.actions.locking import lock_body
from renda.deputies.models import Membership, Person
from renda.deputies.offices import role_of
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.registers.keeping import change, withdraw


def post_for(membership: Membership, by: Actor | None) -> Post | None:
    """The post for a membership about to be entered, or None where the office gives no role or
    the person has no account. One that was given by hand for the same days is taken over."""
    role = role_of(membership.body.kind, membership.office, membership.congress)
    user = membership.person.user
    if role is None or user is None:
        return None
    body, from_on = membership.body, membership.from_on
    held: Post | None = Post.objects.filter(
        user=user, body=body, role=role, from_on=from_on
    ).first()
    if held is None:
        return give_post(
            user=user,
            body=body,
            role=role,
            from_on=from_on,
            until_on=membership.until_on,
            by=by,
        )
    if held.until_on != membership.until_on:
        _change(held, membership, by, until_on=membership.until_on)
    return held


def keep_post(membership: Membership, by: Actor | None) -> None:
    """Make the post what the membership now says: other days, another role, none at all."""
    role = role_of(membership.body.kind, membership.office, membership.congress)
    user, post = membership.person.user, _standing(membership)
    if role is None or user is None or membership.is_void:
        if post is not None:
            if not membership.is_void:
                _hold(membership, None, by)
            shorten_stand_ins(post, post.from_on - DAY, by)
            withdraw(post, "congress.withdraw_post", by=by, congress_id=membership.congress_id)
        return
    if post is None:
        _hold(membership, post_for(membership, by), by)
        return
    wanted = {"user": user, "role": role}
    wanted |= {"from_on": membership.from_on, "until_on": membership.until_on}
    if any(getattr(post, name) != value for name, value in wanted.items()):
        _change(post, membership, by, **wanted)


@transaction.atomic
def follow(membership: Membership, by: Actor) -> None:
    """What follows when a membership was withdrawn or a change of it undone: the seat must be one
    that can be held, and the post goes with it. Raises Refused when it cannot."""
    lock_body(membership.body)
    if not membership.is_void:
        row, span = membership, (membership.from_on, membership.until_on)
        door(row.body, row.office, span, [row.person], but=row).admit(row.person, row.mandate)
    keep_post(membership, by)


@transaction.atomic
def posts_of_memberships(*, person: Person, by: Actor | None = None) -> list[Post]:
    """Give a person's account the posts of all seats they hold now or will hold: for whoever gets
    an account after taking the seat."""
    rows = Membership.objects.select_for_update(of=("self",)).filter(person=person, post=None)
    rows = rows.filter(Q(until_on=None) | Q(until_on__gte=today()))
    given = []
    for row in rows.select_related("body", "congress", "person__user").order_by("pk"):
        keep_post(row, by)
        if row.post is not None:
            given.append(row.post)
    return given


def _hold(membership: Membership, post: Post | None, by: Actor | None) -> None:
    if post is not None or membership.post_id is not None:
        change(membership, "deputies.change_membership", by=by, values={"post": post})


def _standing(membership: Membership) -> Post | None:
    found: Post | None = Post.objects.filter(pk=membership.post_id).first()
    return found


def _change(post: Post, membership: Membership, by: Actor | None, **values: Any) -> None:
    change(
        post,
        "congress.change_post",
        by=by,
        values=values,
        congress_id=membership.congress_id,
    )
    if post.until_on is not None:
        shorten_stand_ins(post, post.until_on, by)
