"""What a new congress still lacks before it can work: said step by step, each with where to do it.

The congress knows its own; upper floors register theirs (deputies, organs).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from renda.congress.models import Body, Congress, Post, Session, Term
from renda.congress.permits import keeps_accounts
from renda.congress.roles import Basis, BodyKind, Power, Role
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.who import who


@dataclass(frozen=True)
class FirstStep:
    """One thing that must be there. `register` is the key of the register in which it is entered,
    `url_name` a page that does more; `is_advised` may be left out, and so may what `needs` a power
    that this congress does not have."""

    key: str
    label: Any
    about: Any
    is_done: Callable[[Congress], bool]
    register: str = ""
    url_name: str = ""
    order: int = 50
    is_advised: bool = False
    needs: Power | None = None


_steps: dict[str, FirstStep] = {}


def register(step: FirstStep) -> None:
    """Say what else a congress needs; apps call it when they are ready."""
    _steps[step.key] = step


def steps(congress: Congress) -> list[tuple[FirstStep, bool]]:
    """All of them in order, each with whether it is done."""
    asked = [s for s in _steps.values() if s.needs is None or congress.may(s.needs)]
    known = sorted(asked, key=lambda step: step.order)
    return [(step, step.is_done(congress)) for step in known]


def missing(congress: Congress) -> int:
    """How many of those that must be are not done."""
    return sum(not (done or step.is_advised) for step, done in steps(congress))


@who(_("the administrator, while something is missing"))
def something_is_missing(actor: Actor, _subject: object) -> bool:
    """The way to the first steps is shown until they are done."""
    if not keeps_accounts(actor):
        return False
    return missing(Congress.objects.get(pk=actor.congress_id)) > 0


def _held(congress: Congress, *roles: Role) -> int:
    rows = Post.objects.held_on(today()).exclude(basis=Basis.STANDING_IN)
    return rows.filter(body__congress=congress, role__in=roles).count()


def _there(congress: Congress, *kinds: BodyKind) -> bool:
    return Body.objects.there_on(today()).filter(congress=congress, kind__in=kinds).exists()


def _has_term(congress: Congress) -> bool:
    rows = Term.objects.filter(congress=congress, from_on__lte=today())
    return rows.exclude(until_on__lt=today()).exists()


def _has_colleagues(congress: Congress) -> bool:
    rows = Post.objects.filter(body__congress=congress)
    return rows.values("user").distinct().count() > 1


HOUSE, WORK = BodyKind.STANDING_COMMITTEE, BodyKind.WORKING_COMMITTEE
LEADING = (Role.CHAIR, Role.PRESIDIUM_CHAIR, Role.WORKING_COMMITTEE_HEAD)
OWN = (
    FirstStep(
        "phone",
        _("The telephone of the office"),
        _("It stands on the sign-in page: whom to call when signing in fails."),
        lambda congress: bool(congress.phone),
        register="congresses",
        order=5,
        is_advised=True,
    ),
    FirstStep(
        "term",
        _("The running term"),
        _("Deputies hold their mandates for a term."),
        _has_term,
        register="terms",
        order=10,
        needs=Power.SESSIONS,
    ),
    FirstStep(
        "bodies",
        _("The standing committee and its offices; the presidium; the dispatched committee"),
        _("Posts belong to bodies."),
        lambda congress: _there(congress, HOUSE, WORK, BodyKind.PRESIDIUM, BodyKind.DISPATCHED),
        register="bodies",
        order=20,
    ),
    FirstStep(
        "accounts",
        _("Accounts for those who work here"),
        _("Each is handed a slip with which they choose a password of their own."),
        _has_colleagues,
        url_name="congress:many_accounts",
        order=30,
    ),
    FirstStep(
        "deputies_office",
        _("Somebody in the deputies' affairs office"),
        _("They receive, assign and follow what deputies put forward (代表法51.1)."),
        lambda congress: _held(congress, Role.DEPUTIES_OFFICE, Role.PRESIDIUM_CHAIR) > 0,
        register="posts",
        order=40,
    ),
    FirstStep(
        "meetings_office",
        _("Somebody in the meetings office"),
        _("They keep terms, sessions and bodies, and prepare meetings."),
        lambda congress: _held(congress, Role.MEETINGS_OFFICE, Role.PRESIDIUM_CHAIR) > 0,
        register="posts",
        order=41,
    ),
    FirstStep(
        "leaders",
        _("The chairperson, the vice-chairpersons, the secretary-general"),
        _("They read everything and are told what administrators do for themselves."),
        lambda congress: _held(congress, *LEADING) > 0,
        register="posts",
        order=42,
        is_advised=True,
    ),
    FirstStep(
        "second_administrator",
        _("A second administrator"),
        _("One cannot help oneself with a lost password or second factor."),
        lambda congress: _held(congress, Role.ADMINISTRATOR) > 1,
        register="posts",
        order=43,
        is_advised=True,
    ),
    FirstStep(
        "session",
        _("The last session or the next one"),
        _("Suggestions are numbered by session; a session must be here before it opens."),
        lambda congress: Session.objects.filter(congress=congress).exists(),
        register="sessions",
        order=50,
        needs=Power.SESSIONS,
    ),
    FirstStep(
        "organs",
        _("The organs that answer to the congress"),
        _("Suggestions are handed to them; each has somebody with an account who handles."),
        lambda congress: _there(congress, BodyKind.ORGAN),
        register="organs",
        order=60,
        needs=Power.SESSIONS,
    ),
)


def declare() -> None:
    """The congress's own."""
    for step in OWN:
        register(step)
