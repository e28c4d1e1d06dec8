"""Setting up a congress and who holds which post. Each is an action with its event."""

from datetime import date
from typing import Any

from django.db import transaction

from renda.congress.models import Body, Congress, Post, Session, Term
from renda.congress.roles import BodyKind
from renda.kernel.permits.actor import Actor
from renda.kernel.trail.record import record


def _told(subject: Any, verb: str, *, congress_id: int, by: Actor | None) -> Any:
    record(
        subject,
        f"congress.{verb}",
        congress_id=congress_id,
        actor_id=by.user_id if by else None,
    )
    return subject


@transaction.atomic
def set_up_congress(
    *,
    slug: str,
    name: str,
    short_name: str,
    place: str,
    level: str,
    phone: str = "",
    parent: Congress | None = None,
    by: Actor | None = None,
) -> Congress:
    """A congress comes into the deployment."""
    congress = Congress.objects.create(
        slug=slug,
        name=name,
        short_name=short_name,
        place=place,
        level=level,
        phone=phone,
        parent=parent,
    )
    _told(congress, "set_up_congress", congress_id=congress.pk, by=by)
    return congress


@transaction.atomic
def open_term(
    *,
    congress: Congress,
    number: int,
    from_on: date,
    until_on: date | None = None,
    by: Actor | None = None,
) -> Term:
    """A term of five years begins (组织法9)."""
    term = Term.objects.create(congress=congress, number=number, from_on=from_on, until_on=until_on)
    _told(term, "open_term", congress_id=congress.pk, by=by)
    return term


@transaction.atomic
def hold_session(
    *, term: Term, number: int, opens_on: date, closes_on: date, by: Actor | None = None
) -> Session:
    """A session of the congress is entered; suggestions are numbered by it."""
    session = Session.objects.create(
        congress=term.congress, term=term, number=number, opens_on=opens_on, closes_on=closes_on
    )
    _told(session, "hold_session", congress_id=term.congress_id, by=by)
    return session


@transaction.atomic
def add_body(
    *,
    congress: Congress,
    kind: BodyKind,
    name: str,
    order: int = 0,
    phone: str = "",
    parent: Body | None = None,
    by: Actor | None = None,
) -> Body:
    """An office, an organ, a committee, a delegation."""
    body = Body.objects.create(
        congress=congress, kind=kind, name=name, order=order, phone=phone, parent=parent
    )
    _told(body, "add_body", congress_id=congress.pk, by=by)
    return body


@transaction.atomic
def give_post(
    *,
    user: Any,
    body: Body,
    role: str,
    from_on: date,
    until_on: date | None = None,
    by: Actor | None = None,
) -> Post:
    """A person takes a post at a body."""
    post = Post.objects.create(user=user, body=body, role=role, from_on=from_on, until_on=until_on)
    _told(post, "give_post", congress_id=body.congress_id, by=by)
    return post
