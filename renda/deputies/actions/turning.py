"""The change of term: beginning one, and the night that carries out those whose day has come."""

import logging
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from renda.congress.models import Congress, Session, Term
from renda.congress.permits import changes_terms
from renda.congress.roles import Power
from renda.congress.staffing import follow_session
from renda.deputies import changing_terms
from renda.deputies.models import TermChange
from renda.deputies.states import TermChangeState
from renda.deputies.turnover.moving import check_days
from renda.deputies.turnover.roster import take_units
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor, the_system
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.keeping import change, enter

log = logging.getLogger("renda.work")


@transaction.atomic
def begin_change_of_term(
    *,
    congress: Congress,
    number: int,
    opens_on: date,
    closes_on: date,
    with_units: bool = False,
    by: Actor,
) -> TermChange:
    """The next term is opened with its first session, and its change begins to be prepared.

    A term or session that the register holds already is taken up, with these days.
    """
    if not changes_terms(by):
        raise Refused(_("Only the administrator and the deputies' office change the term."))
    old = _term_before(congress, number)
    check_days(old, opens_on, closes_on)
    if TermChange.objects.filter(congress=congress, state__in=["draft", "ready"]).exists():
        raise Refused(_("A change of term is being prepared already."))
    term = _next_term(congress, number, opens_on, by)
    session = _first_session(term, opens_on, closes_on, by)
    turnover = TermChange(congress=congress, old=old, new=term, session=session)
    begun: TermChange = changing_terms.life.begin(turnover, by=by)
    if with_units:
        take_units(begun, by=by)
    return begun


def _term_before(congress: Congress, number: int) -> Term:
    if congress.is_dispatched or not congress.may(Power.SESSIONS):
        raise Refused(_("This congress holds no sessions, so it has no terms to change."))
    old = Term.objects.filter(congress=congress, number=number - 1).first()
    if old is None:
        raise Refused(_("The register of terms does not hold the term before this one."))
    done = TermChange.objects.filter(congress=congress, new__number=number)
    if done.exclude(state=TermChangeState.DROPPED).exists():
        raise Refused(_("The change into this term exists already."))
    return old


def _next_term(congress: Congress, number: int, opens_on: date, by: Actor) -> Term:
    term: Term | None = Term.objects.filter(congress=congress, number=number).first()
    if term is None:
        new = Term(congress=congress, number=number, from_on=opens_on)
        return enter(new, "congress.open_term", by=by)
    if term.from_on != opens_on:
        change(term, "congress.change_term", by=by, values={"from_on": opens_on})
    return term


def _first_session(term: Term, opens_on: date, closes_on: date, by: Actor) -> Session:
    session: Session | None = Session.objects.filter(term=term, number=1).first()
    if session is None:
        new = Session(
            congress=term.congress, term=term, number=1, opens_on=opens_on, closes_on=closes_on
        )
        return enter(new, "congress.hold_session", by=by)
    days = {"opens_on": opens_on, "closes_on": closes_on}
    if (session.opens_on, session.closes_on) != (opens_on, closes_on):
        change(session, "congress.change_session", by=by, values=days)
        follow_session(session, by)
    return session


def carry_out_changes_of_term() -> int:
    """By night: carry out every change of term whose day has come; returns how many.

    Each is one transaction: killed in the middle nothing of it has happened, and it is done again.
    """
    failed: list[Exception] = []
    done = 0
    due = TermChange.objects.filter(
        state=TermChangeState.READY, session__opens_on__lte=today()
    ).order_by("pk")
    for turnover in due:
        try:
            changing_terms.carry_out(turnover, by=the_system(turnover.congress_id))
            done += 1
        except Exception as fault:
            log.exception("the change of term %s was not carried out", turnover.pk)
            failed.append(fault)
    if failed:
        raise failed[0]  # the night's job says so, and is tried again
    return done
