"""临时抽调: clerks borrowed for a session. Their rights end by themselves some days after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from renda.congress.models import Body, Post, Session
from renda.congress.roles import Basis
from renda.congress.staffing.giving import check_post
from renda.congress.staffing.resting import last_day
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.keeping import change, enter


@dataclass(frozen=True)
class Borrowed:
    """Somebody borrowed: the account, where, and as what."""

    user: Any
    body: Body
    role: str


@transaction.atomic
def borrow(*, session: Session, people: Sequence[Borrowed], from_on: date, by: Actor) -> list[Post]:
    """People work for a session; their rights end by themselves, and what they did stays theirs.

    Raises Refused for a session that is over.
    """
    until_on = last_day(session)
    if until_on < today():
        raise Refused(_("This session is over. Nobody can be borrowed for it any more."))
    return [_one(one, session, (from_on, until_on), by) for one in people]


def follow_session(session: Session, by: Actor) -> None:
    """A session was moved or made longer: whoever still works for it goes with it. Who was to begin
    after its new last day begins when it opens."""
    until_on = last_day(session)
    rows = Post.objects.filter(session=session, basis=Basis.BORROWED, until_on__gte=today())
    for post in rows.exclude(until_on=until_on):
        values = {"until_on": until_on}
        if post.from_on > until_on:
            values["from_on"] = session.opens_on
        change(
            post, "congress.follow_session", by=by, values=values, congress_id=session.congress_id
        )


def _one(one: Borrowed, session: Session, days: tuple[date, date], by: Actor) -> Post:
    post = Post(
        user=one.user,
        body=one.body,
        role=one.role,
        basis=Basis.BORROWED,
        session=session,
        from_on=days[0],
        until_on=days[1],
    )
    is_own = by.user_id == one.user.pk
    enter(
        post,
        "congress.give_own_post" if is_own else "congress.borrow",
        by=by,
        congress_id=session.congress_id,
    )
    check_post(post)
    return post
