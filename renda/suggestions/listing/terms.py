"""The list of one term or session."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from renda.congress.models import Session
from renda.congress.naming import session_name, term_name
from renda.suggestions.models import Suggestion


@dataclass(frozen=True)
class Choice:
    """A term or a session to look at, as the filter offers it."""

    value: str
    label: str


def term_choices(sessions: Iterable[Session]) -> list[Choice]:
    """Terms and their sessions, the newest first; a term alone stands for all its sessions."""
    made: list[Choice] = []
    seen: set[int] = set()
    for session in sessions:
        if session.term_id not in seen:
            seen.add(session.term_id)
            session.term.congress = session.congress
            label = _("%(term)s, all sessions") % {"term": term_name(session.term)}
            made.append(Choice(f"term-{session.term_id}", label))
        made.append(Choice(f"session-{session.pk}", session_name(session)))
    return made


def in_term(rows: QuerySet[Suggestion], asked: str) -> QuerySet[Suggestion]:
    """Rows of one term or one session; an unknown choice is all of them."""
    kind, _dash, pk = asked.partition("-")
    if kind not in ("term", "session") or not (pk.isascii() and pk.isdecimal()):
        return rows
    wanted = int(pk[:18])
    if kind == "session":
        return rows.filter(session_id=wanted)
    return rows.filter(Q(session__term_id=wanted) | Q(session=None, sponsor__term_id=wanted))
