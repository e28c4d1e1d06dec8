"""Setting up a congress. Each is an action with its event; posts are given in `staffing`."""

from datetime import date
from typing import Any

from django.db import transaction

from renda.congress.models import Body, Congress, Session, Term
from renda.congress.powers import BODY_NEEDS, body_lacking, dispatched_body_lacking, lacking
from renda.congress.roles import BodyKind, Power
from renda.congress.staffing import give_post
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.keeping import enter
from renda.kernel.registers.values import plain
from renda.kernel.trail.record import record

__all__ = ["add_body", "give_post", "hold_session", "open_term", "set_up_congress"]


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
    **more: Any,
) -> Congress:
    """A congress comes into the deployment; `more` are its region, powers and fixed numbers."""
    congress = Congress(
        slug=slug,
        name=name,
        short_name=short_name,
        place=place,
        level=level,
        phone=phone,
        parent=parent,
        **more,
    )
    return _in_its_own_trail(congress, by)


@transaction.atomic
def _in_its_own_trail(congress: Congress, by: Actor | None) -> Congress:
    """A congress has no number until it is saved: its trail begins with itself."""
    congress.save()
    record(
        congress,
        "congress.set_up_congress",
        congress_id=congress.pk,
        actor_id=by.user_id if by else None,
        said={"set": plain(congress)},
    )
    return congress


def open_term(
    *,
    congress: Congress,
    number: int,
    from_on: date,
    until_on: date | None = None,
    by: Actor | None = None,
) -> Term:
    """A term of five years begins (组织法9). Raises Refused where there are no sessions."""
    _refuse(lacking(congress, Power.SESSIONS))
    term = Term(congress=congress, number=number, from_on=from_on, until_on=until_on)
    return enter(term, "congress.open_term", by=by)


def hold_session(
    *, term: Term, number: int, opens_on: date, closes_on: date, by: Actor | None = None
) -> Session:
    """A session of the congress is entered; suggestions are numbered by it. Raises Refused where
    there are none (组织法59)."""
    _refuse(lacking(term.congress, Power.SESSIONS))
    session = Session(
        congress=term.congress, term=term, number=number, opens_on=opens_on, closes_on=closes_on
    )
    return enter(session, "congress.hold_session", by=by)


def add_body(
    *,
    congress: Congress,
    kind: BodyKind,
    name: str,
    order: int = 0,
    phone: str = "",
    parent: Body | None = None,
    by: Actor | None = None,
    **more: Any,
) -> Body:
    """An office, an organ, a committee, a delegation; `more` are further fields of a body. Raises
    Refused for a body that this congress cannot have: a standing committee in a township."""
    _refuse(body_lacking(congress, kind))
    if parent is not None and kind in BODY_NEEDS:
        _refuse(dispatched_body_lacking(parent.kind))
    body = Body(
        congress=congress, kind=kind, name=name, order=order, phone=phone, parent=parent, **more
    )
    return enter(body, "congress.add_body", by=by)


def _refuse(why: str) -> None:
    if why:
        raise Refused(why)
