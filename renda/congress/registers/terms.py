"""Terms and sessions, as the administrator and the meetings office keep them."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from renda.congress.forms.terms import SessionForm, TermForm
from renda.congress.models import Session, Term
from renda.congress.naming import numeral, session_name
from renda.congress.permits import keeps_bodies, reads_bodies
from renda.congress.staffing import follow_session
from renda.kernel.permits.actor import Actor
from renda.kernel.registers.register import Column, Register, add


def _terms(actor: Actor) -> QuerySet[Any]:
    return Term.objects.filter(congress_id=actor.congress_id)


def _sessions(actor: Actor) -> QuerySet[Any]:
    rows = Session.objects.filter(congress_id=actor.congress_id)
    return rows.select_related("term", "congress")


def _numbered(term: Term) -> str:
    return _now("Term %(number)s") % {"number": numeral(term.number)}


TERMS = Register(
    key="terms",
    name=_("Terms"),
    one=_("a term"),
    about=_("The terms of this congress, each with its first and last day."),
    icon="calendar",
    group="congress",
    model=lambda: Term,
    rows=_terms,
    reads=reads_bodies,
    writes=keeps_bodies,
    columns=(
        Column(_("Term"), _numbered, is_title=True),
        Column(_("From"), "from_on"),
        Column(_("Until"), "until_on"),
    ),
    action="congress.{}_term",
    verbs={"add": "open"},
    form=TermForm,
    order=("-number",),
    place=10,
)

SESSIONS = Register(
    key="sessions",
    name=_("Sessions"),
    one=_("a session"),
    about=_("Suggestions are numbered by session; a session must be here before it opens."),
    icon="hall",
    group="congress",
    model=lambda: Session,
    rows=_sessions,
    reads=reads_bodies,
    writes=keeps_bodies,
    columns=(
        Column(_("Session"), session_name, is_title=True),
        Column(_("Opens on"), "opens_on"),
        Column(_("Closes on"), "closes_on"),
    ),
    action="congress.{}_session",
    verbs={"add": "hold"},
    checks=follow_session,
    form=SessionForm,
    order=("-opens_on",),
    place=20,
)


def declare() -> None:
    """Tell the kernel of them."""
    add(TERMS)
    add(SESSIONS)
