"""How a deputy's suggestion is put forward, handed on, answered and judged.

Articles are of the Deputies Law (代表法, 2025) and the Organic Law (组织法, 2022), as
article.paragraph; what says `local` is the place's own rule.
"""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from renda.congress.models import Body, Session
from renda.congress.queries import session_for
from renda.deputies.models import Mandate
from renda.deputies.queries import is_acting, standing_mandate
from renda.kernel.clock.rules import Local
from renda.kernel.clock.spans import WorkingDays
from renda.kernel.lifecycle.correcting import correction
from renda.kernel.lifecycle.life import Lifecycle
from renda.kernel.lifecycle.occasion import Occasion
from renda.kernel.lifecycle.states import within
from renda.kernel.lifecycle.step import Fact
from renda.kernel.moment import today
from renda.kernel.permits.refusal import Refused
from renda.kernel.permits.who import system
from renda.kernel.trail.record import Behalf
from renda.suggestions import handling
from renda.suggestions.evaluating import Judgement, evaluate
from renda.suggestions.models import Handling, Suggestion
from renda.suggestions.permits import deputies_office, judges, sponsor
from renda.suggestions.states import HandlingState
from renda.suggestions.states import SuggestionState as at

life = Lifecycle(
    "suggestions.suggestion",
    name="suggestions",
    begins=_("Begun"),
    keeps=("number", "session_id", "is_recess"),
    principal=lambda suggestion: _judge_or_sponsor(suggestion),
)

life.clock(
    "assign",
    at.SUBMITTED | at.REGISTERED,
    says=_("to review and assign"),
    lasts=Local(
        "suggestions.assign",
        usual=WorkingDays(7),
        least=WorkingDays(1),
        most=WorkingDays(30),
        says=_("Time to review and assign a suggestion"),
    ),
)
life.clock(
    "judge",
    at.REPLIED,
    says=_("for the deputy to judge"),
    lasts=Local(
        "suggestions.judge",
        usual=WorkingDays(15),
        least=WorkingDays(3),
        most=WorkingDays(40),
        says=_("Time for the deputy to judge a reply"),
    ),
)

has_words = Fact(
    _("Write a title, the situation and at least one request first."),
    lambda s: bool(s.title.strip() and s.problem.strip() and any(r.strip() for r in s.requests)),
)
has_session = Fact(
    _("No session of the congress has been set up yet, so there is no series of numbers."),
    lambda s: _session_of(s) is not None,
)
is_signed_for = Fact(
    _("No organ has signed for it yet."),
    lambda s: any(h.state != HandlingState.OFFERED for h in s.standing),
)
all_answered = Fact(
    _("An organ that must answer has not answered yet."),
    lambda s: bool(s.answering) and all(h.state == HandlingState.ANSWERED for h in s.answering),
)
may_be_open = Fact(
    _("The deputy did not agree to publication."), lambda suggestion: suggestion.is_open
)
is_out_of_office = Fact(
    _("The deputy who put it forward is in office and judges it."),
    lambda s: bool(s.judge_deputy_id or s.judge_body_id) or not is_acting(s.sponsor, today()),
    is_kind=True,
)
not_yet_public = Fact(_("It is published already."), lambda s: s.published_on is None)


def _judge_or_sponsor(suggestion: Suggestion) -> Behalf:
    """For whom the office registers a paper. Nobody is named to judge before it is accepted, and
    what is registered for a deputy after that is the judgement."""
    if suggestion.judge_body_id is not None:
        return Behalf("body", suggestion.judge_body_id)
    return Behalf("mandate", suggestion.judge_deputy_id or suggestion.sponsor_id)


def _last_reply_at(suggestion: Suggestion) -> datetime:
    """Organs answer in any order, and a reply on paper is entered days later."""
    return max(h.last_reply.taken.at for h in suggestion.answering)


def _session_of(suggestion: Suggestion) -> Session | None:
    if suggestion.submitted_on is None:
        return None
    return session_for(suggestion.congress_id, suggestion.submitted_on)


def series(suggestion: Suggestion) -> str:
    """One run of numbers per session, and one for the time after it (office.md E2)."""
    part = "recess" if suggestion.is_recess else "session"
    return f"suggestions/{suggestion.session_id}/{part}"


@life.step(
    _("Submit"),
    (at.DRAFT | at.RETURNED) >> at.SUBMITTED,
    by=sponsor,
    registrar=deputies_office,
    when=[has_words],
    cites="代表法24、36",
)
def submit(
    suggestion: Suggestion, *, texts: dict[str, Any] | None = None, occasion: Occasion
) -> None:
    """The deputy puts it forward; `texts` are the words of a revised paper (代录)."""
    for name, words in (texts or {}).items():
        setattr(suggestion, name, words)
    suggestion.submitted_on = occasion.on
    # Begun in one term and put forward in the next: it is of the mandate held now.
    suggestion.sponsor = standing_mandate(suggestion.sponsor, occasion.on)


@life.step(_("Take back to revise"), at.SUBMITTED >> at.DRAFT, by=sponsor)
def take_back(suggestion: Suggestion) -> None:
    """The deputy takes it back before it is reviewed."""


@life.step(
    _("Return for revision"), at.SUBMITTED >> at.RETURNED, by=deputies_office, cites="代表法24"
)
def return_for_revision(suggestion: Suggestion) -> None:
    """It is not yet 明确具体, or says several matters at once; the reason goes with it."""


@life.step(
    _("Accept and number"),
    at.SUBMITTED >> at.REGISTERED,
    by=deputies_office,
    when=[has_session],
    series=series,
    cites="代表法51.1",
)
def accept(suggestion: Suggestion) -> None:
    """The office accepts it; only now it gets its number, which stays with it for good."""
    if suggestion.number is None:
        session = _session_of(suggestion)
        assert session is not None and suggestion.submitted_on is not None
        suggestion.session = session
        suggestion.is_recess = suggestion.submitted_on > session.closes_on


@life.step(
    _("Assign"),
    at.REGISTERED >> at.ASSIGNED,
    by=deputies_office,
    cites="代表法51.1、组织法42",
)
def assign(suggestion: Suggestion, *, organs: dict[Body, str], occasion: Occasion) -> None:
    """The office hands it to one or more organs, each lead, assisting or separate.

    `organs` maps each organ to its part. The reply clock of the law runs from this day.
    """
    handling.check_parts(suggestion.congress_id, organs)
    for organ, role in organs.items():
        part = Handling(
            congress_id=suggestion.congress_id,
            suggestion=suggestion,
            organ=organ,
            role=role,
            assigned_on=occasion.on,
        )
        handling.life.begin(part, by=occasion.by)


@life.step(_("Handling begins"), at.ASSIGNED >> at.RECEIVED, by=system, when=[is_signed_for])
def begin_handling(suggestion: Suggestion) -> None:
    """Follows from the first organ's receipt."""


@life.step(
    _("Every organ has answered"),
    (at.ASSIGNED | at.RECEIVED | at.REOPENED) >> at.REPLIED,
    by=system,
    when=[all_answered],
    since=_last_reply_at,
    cites="代表法51.2",
)
def conclude_replies(suggestion: Suggestion) -> None:
    """Follows from the last reply that was due."""


@life.step(
    _("Judge"),
    at.REPLIED >> (at.CLOSED | at.REOPENED),
    by=judges,
    registrar=deputies_office,
    is_confidential=True,
)
def judge(suggestion: Suggestion, *, judgements: list[Judgement], occasion: Occasion) -> Any:
    """The deputy judges attitude and result of each reply; one 不满意 of a result has that organ
    handle it again, with its own clock."""
    again = evaluate(suggestion, judgements, occasion)
    for part in again:
        handling.reopen(part, by=occasion.system)
    if again:
        return at.REOPENED
    for part in suggestion.standing:
        if part.state in (HandlingState.OFFERED, HandlingState.RECEIVED):
            handling.end(part, by=occasion.system)
    suggestion.closed_on = occasion.on
    return at.CLOSED


@life.step(
    _("Name who judges"),
    within(at.REGISTERED, at.ASSIGNED, at.RECEIVED, at.REPLIED, at.REOPENED),
    by=deputies_office,
    when=[is_out_of_office],
)
def name_judge(suggestion: Suggestion, *, judge: Mandate | Body | None) -> None:
    """A deputy who is out of office still judges what they put forward; where they cannot be
    reached, another deputy or a committee does (office.md 2.3-19). None: the deputy again."""
    chosen = None if judge == suggestion.sponsor else judge
    if chosen is not None and chosen.congress_id != suggestion.congress_id:
        raise Refused(_now("Only a deputy or a committee of this congress can be named."))
    if chosen is not None and is_acting(suggestion.sponsor, today()):
        raise Refused(str(is_out_of_office.said))  # who is back judges again: that alone is left
    if (chosen or suggestion.sponsor) == suggestion.judge:
        raise Refused(_now("Nothing was changed."))
    suggestion.judge_deputy = chosen if isinstance(chosen, Mandate) else None
    suggestion.judge_body = chosen if isinstance(chosen, Body) else None


@life.step(_("Publish"), within(at.CLOSED), by=deputies_office, when=[may_be_open, not_yet_public])
def publish(suggestion: Suggestion, *, occasion: Occasion) -> None:
    """Question, reply and judgement become public; a step, never a matter of course (E7)."""
    suggestion.published_on = occasion.on


correct = correction(
    life,
    within(
        at.SUBMITTED, at.REGISTERED, at.ASSIGNED, at.RECEIVED, at.REPLIED, at.REOPENED, at.CLOSED
    ),
    by=deputies_office,
    fields=("title", "problem", "requests", "category"),
)
