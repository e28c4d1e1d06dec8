"""Lists of suggestions: chips with counts, filters, and one clock a row, in fixed queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.congress.models import Session
from renda.congress.naming import session_name, term_name
from renda.kernel.clock.calendars import calendar_of
from renda.kernel.clock.left import SOON_DAYS, Badge, badge
from renda.kernel.clock.models import Deadline
from renda.kernel.moment import now, today
from renda.suggestions.models import Handling, Suggestion
from renda.suggestions.naming import short_number
from renda.suggestions.states import HandlingState
from renda.suggestions.states import SuggestionState as at

SUGGESTION, HANDLING = "suggestions.suggestion", "suggestions.handling"


@dataclass(frozen=True)
class Chip:
    """A saved filter with its count."""

    name: str
    label: Any
    count: int
    tone: str
    icon: str
    is_current: bool

    @property
    def url(self) -> str:
        """The list with this filter alone."""
        return f"?show={self.name}"


STATES: dict[str, tuple[Any, tuple[str, ...]]] = {
    "draft": (gettext_lazy("Drafts"), (at.DRAFT, at.RETURNED)),
    "review": (gettext_lazy("To review"), (at.SUBMITTED,)),
    "assign": (gettext_lazy("To assign"), (at.REGISTERED,)),
    "receipt": (gettext_lazy("To be signed for"), (at.ASSIGNED,)),
    "handling": (gettext_lazy("Being handled"), (at.RECEIVED, at.REOPENED)),
    "judge": (gettext_lazy("To be judged"), (at.REPLIED,)),
    "again": (gettext_lazy("Handled again"), (at.REOPENED,)),
    "closed": (gettext_lazy("Closed"), (at.CLOSED,)),
}


# Whose clocks count: an organ looks at its own ones (their ids), everyone else at all (None).
Whose = set[int] | None


def _with_clocks(
    rows: QuerySet[Suggestion], clocks: QuerySet[Any], whose: Whose
) -> QuerySet[Suggestion]:
    own = clocks.filter(subject_type=SUGGESTION).values("subject_id")
    parts = clocks.filter(subject_type=HANDLING).values("subject_id")
    handled = Handling.objects.filter(pk__in=parts)
    if whose is not None:
        handled = handled.filter(organ_id__in=whose)
    return rows.filter(Q(pk__in=own) | Q(pk__in=handled.values("suggestion_id")))


def due_soon(
    rows: QuerySet[Suggestion], congress_id: int, day: date, whose: Whose = None
) -> QuerySet[Suggestion]:
    """即将到期: a clock's legal day comes within ten days."""
    clocks = Deadline.objects.at_congress(congress_id).due_soon(day, SOON_DAYS)
    return _with_clocks(rows, clocks, whose)


def overdue(
    rows: QuerySet[Suggestion], congress_id: int, day: date, whose: Whose = None
) -> QuerySet[Suggestion]:
    """逾期: a clock has run past its last lawful day."""
    return _with_clocks(rows, Deadline.objects.at_congress(congress_id).overdue(day), whose)


def chosen(
    rows: QuerySet[Suggestion], name: str, congress_id: int, whose: Whose = None
) -> QuerySet[Suggestion]:
    """The rows of one chip; an unknown name is all of them."""
    if name == "soon":
        return due_soon(rows, congress_id, today(), whose)
    if name == "overdue":
        return overdue(rows, congress_id, today(), whose)
    if name in STATES:
        return rows.filter(state__in=STATES[name][1])
    return rows


def chips(
    rows: QuerySet[Suggestion], congress_id: int, current: str, whose: Whose = None
) -> list[Chip]:
    """Every chip with its count over these rows: three queries."""
    by_state = dict(rows.order_by().values_list("state").annotate(Count("pk")))
    counts = {n: sum(by_state.get(s, 0) for s in states) for n, (_l, states) in STATES.items()}
    soon = due_soon(rows, congress_id, today(), whose).order_by().count()
    late = overdue(rows, congress_id, today(), whose).order_by().count()
    known = current in (*STATES, "soon", "overdue")
    shown = [Chip("", _("All"), sum(by_state.values()), "", "", not known)]
    for name, (label, _states) in STATES.items():
        shown.append(Chip(name, label, counts[name], "", "", name == current))
    shown.insert(5, Chip("soon", _("Due soon"), soon, "t-soon", "soon", current == "soon"))
    shown.insert(6, Chip("overdue", _("Overdue"), late, "t-late", "late", current == "overdue"))
    return shown


@dataclass(frozen=True)
class Row:
    """A suggestion in a list, with its most urgent clock."""

    suggestion: Suggestion
    badge: Badge | None
    clock: Deadline | None

    @property
    def number(self) -> str:
        """Its short number, empty before acceptance."""
        return short_number(self.suggestion)

    @property
    def session(self) -> str:
        """Which session's number it is; for rows of an earlier term."""
        session = self.suggestion.session
        return session_name(session) if session is not None else ""


def with_badges(
    suggestions: Iterable[Suggestion], congress_id: int, whose: Whose = None
) -> list[Row]:
    """Rows with their most urgent running clock: two queries, however many rows.

    `whose` keeps to some organs' own clocks.
    """
    rows = list(suggestions)
    parts = {
        h.pk: s.pk for s in rows for h in s.handlings.all() if whose is None or h.organ_id in whose
    }
    clocks = Deadline.objects.of_many(SUGGESTION, [s.pk for s in rows]).running()
    clocks |= Deadline.objects.of_many(HANDLING, parts).running()
    first: dict[int, Deadline] = {}
    for clock in clocks.order_by("statutory_on", "id"):
        owner = parts[clock.subject_id] if clock.subject_type == HANDLING else clock.subject_id
        first.setdefault(owner, clock)
    calendar, day, moment = calendar_of(congress_id), today(), now()
    badges = {pk: badge(clock, day, calendar, moment) for pk, clock in first.items()}
    return [Row(s, badges.get(s.pk), first.get(s.pk)) for s in rows]


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


def at_organ(rows: QuerySet[Suggestion], **organ: Any) -> QuerySet[Suggestion]:
    """Rows that were handed to such an organ; an assignment that was undone does not count."""
    parts = Handling.objects.exclude(state=HandlingState.VOID).filter(**organ)
    return rows.filter(pk__in=parts.values("suggestion_id"))


def _organ_named(word: str) -> QuerySet[Handling]:
    """Handlings of an organ that is or was called so, or that had them before a reform."""
    parts = Handling.objects.exclude(state=HandlingState.VOID)
    named = Q(organ__name__icontains=word) | Q(organ__pasts__name__icontains=word)
    before = Q(inheritances__old__name__icontains=word, inheritances__is_void=False)
    return parts.filter(named | before)


def matching(rows: QuerySet[Suggestion], word: str) -> QuerySet[Suggestion]:
    """Rows whose title, deputy, organ or number has this word."""
    word = word.strip().replace("\x00", "")[:60]
    if not word:
        return rows
    digits = "".join(c for c in word if c.isdecimal() and c.isascii())
    asked = (
        Q(title__icontains=word)
        | Q(sponsor__person__name__icontains=word)
        | Q(pk__in=_organ_named(word).values("suggestion_id"))
    )
    if digits and len(digits) <= 6 and len(word) <= len(digits) + 3:
        asked |= Q(number=int(digits))
    return rows.filter(asked)
