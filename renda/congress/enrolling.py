"""Making accounts for people here: one, or a whole list, each with an invitation to hand over;
and letting a list of people work for a session."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from renda.accounts.actions import Issued, create_user, invite
from renda.accounts.queries import is_used
from renda.congress.actions import add_body
from renda.congress.belonging import holdings_of, keepers
from renda.congress.models import Body, Congress, Session
from renda.congress.roles import Basis, BodyKind
from renda.congress.staffing import Borrowed, borrow, give_post
from renda.kernel.numbers.models import take
from renda.kernel.permits.actor import Actor

_FIT = re.compile(r"[a-z][a-z0-9]{0,19}")


@dataclass(frozen=True)
class Newcomer:
    """Somebody who is to have an account; without `username` one is made up.

    With `body` and `role` they are given that post at once. For a session they may have an account
    already (`user`) and work in a group that is to be set up (`group`).
    """

    name: str
    username: str = ""
    phone: str = ""
    body: Body | None = None
    role: str = ""
    user: Any = None
    group: str = ""


@transaction.atomic
def enrol(
    *,
    congress: Congress,
    people: Sequence[Newcomer],
    from_on: date,
    basis: str = Basis.APPOINTED,
    by: Actor,
) -> list[Issued]:
    """Make an account for each, give the posts, and invite them: all or nothing.

    Raises Refused as `create_user` and `give_post` do. The codes are in the answer only.
    """
    names = user_names(congress, people)
    issued = []
    for one, username in zip(people, names, strict=True):
        user = make(one, username, congress, by)
        if one.body is not None and one.role:
            give_post(user=user, body=one.body, role=one.role, from_on=from_on, basis=basis, by=by)
        issued.append(invite(user=user, congress_id=congress.pk, by=by))
    return issued


@transaction.atomic
def enrol_for_session(
    *, session: Session, under: Body, people: Sequence[Newcomer], from_on: date, by: Actor
) -> list[Issued]:
    """People work for a session, in groups of its secretariat `under`; a group that is not there
    is set up. Whoever has not come in yet is invited, unless another congress keeps the account:
    an invitation lets whoever holds it choose the password.

    Raises Refused as `borrow` does, and for a closed account.
    """
    congress = session.congress
    missing = [one for one in people if one.user is None]
    names = iter(user_names(congress, missing))
    known = [one.user.pk for one in people if one.user is not None]
    kept = keepers(holdings_of(known), known)  # before they hold something here
    users = [one.user or make(one, next(names), congress, by) for one in people]
    groups = _groups(congress, under, people, by)
    wanted = [
        Borrowed(user, one.body or groups.get(one.group, under), one.role)
        for user, one in zip(users, people, strict=True)
    ]
    borrow(session=session, people=wanted, from_on=from_on, by=by)
    return [
        invite(user=user, congress_id=congress.pk, by=by)
        for user in users
        if not user.has_usable_password() and kept.get(user.pk, congress.pk) == congress.pk
    ]


def _groups(
    congress: Congress, under: Body, people: Iterable[Newcomer], by: Actor
) -> dict[str, Body]:
    """The groups by name: those that are there, and new ones in the order of the list."""
    found = {body.name: body for body in Body.objects.filter(parent=under)}
    for one in people:
        if one.group and one.group not in found:
            order = under.order
            found[one.group] = add_body(
                congress=congress,
                kind=BodyKind.SECTION,
                name=one.group,
                parent=under,
                order=order,
                by=by,
            )
    return found


def make(one: Newcomer, username: str, congress: Congress, by: Actor) -> Any:
    """The account of one person, told in this congress's trail."""
    return create_user(
        username=username, name=one.name, phone=one.phone or None, congress_id=congress.pk, by=by
    )


def user_names(congress: Congress, people: Iterable[Newcomer]) -> list[str]:
    """The user names that were asked for; for the others the body's number or the congress's
    address and the next number. All numbers are taken before anything else is locked."""
    return [one.username or _made_up(congress, one.body) for one in people]


def _made_up(congress: Congress, body: Body | None) -> str:
    prefix = _prefix(congress, body)
    while True:
        number = take(congress_id=congress.pk, key=f"accounts {prefix}")
        if not is_used(name := f"{prefix}{number:03d}"):
            return name


def _prefix(congress: Congress, body: Body | None) -> str:
    """By the body's number: "zj", or "hewan-31-" for a number of digits; "hewan" without one."""
    code = body.code.lower() if body else ""
    if _FIT.fullmatch(code):
        return code
    return f"{congress.slug}-{code}-" if code.isascii() and code.isalnum() else congress.slug
