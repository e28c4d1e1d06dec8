"""Who is who to a suggestion and to a handling."""

from django.utils.translation import gettext_lazy as _

from renda.congress.permits import HANDLERS, deputies_office, leaders
from renda.congress.roles import ASSISTANT, DEPUTY, FORMER_DEPUTY, SUCCESSOR, Role
from renda.deputies.permits import assistant, deputy
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.who import who
from renda.suggestions.models import Handling, Suggestion
from renda.suggestions.states import HandlingState
from renda.suggestions.states import SuggestionState as at

WRITABLE = (at.DRAFT, at.RETURNED)
# Who acts for a body that judges in a deputy's place.
JUDGING = (
    Role.COMMITTEE_HEAD,
    Role.COMMITTEE_STAFF,
    Role.PRESIDIUM_CHAIR,
    Role.PRESIDIUM_MEMBER,
)


@who(_("the deputy who put it forward"))
def sponsor(actor: Actor, suggestion: Suggestion) -> bool:
    """The lead deputy (领衔代表) in office: by the mandate it was put forward with, or by the one
    that followed it."""
    mine = suggestion.sponsor_id
    is_back = actor.holds(FORMER_DEPUTY, mine) and actor.holds(DEPUTY)
    return actor.holds(DEPUTY, mine) or is_back


@who(_("the deputy who put it forward, also after the term"))
def author(actor: Actor, suggestion: Suggestion) -> bool:
    """Whoever put it forward reads it for good."""
    return suggestion.sponsor_id in actor.places(DEPUTY, FORMER_DEPUTY)


@who(_("the deputy who judges it"))
def judges(actor: Actor, suggestion: Suggestion) -> bool:
    """The lead deputy, also after the term; or who was named in the deputy's place."""
    if suggestion.judge_deputy_id is not None:
        return suggestion.judge_deputy_id in actor.places(DEPUTY, FORMER_DEPUTY)
    if suggestion.judge_body_id is not None:
        return suggestion.judge_body_id in actor.places(*JUDGING)
    return author(actor, suggestion)


@who(_("the assistant of the deputy who writes it"))
def drafter(actor: Actor, suggestion: Suggestion) -> bool:
    """Whom the deputy lets draft: never submit, co-sign, judge or vote (office.md 2.3-17)."""
    return actor.holds(ASSISTANT, suggestion.sponsor_id)


@who(_("the deputy's assistant, while it is a draft"))
def draft_reader(actor: Actor, suggestion: Suggestion) -> bool:
    """An assistant sees what is still to be written, and nothing after it was submitted."""
    return drafter(actor, suggestion) and suggestion.state in WRITABLE


@who(_("a former deputy"))
def former_deputy(actor: Actor, _subject: object) -> bool:
    """Anyone whose mandate here was over with its term: reads the own ones, writes no new ones."""
    return actor.holds(FORMER_DEPUTY)


@who(_("a committee"))
def committee(actor: Actor, _subject: object) -> bool:
    """Whoever acts for a committee: it reads what it was named to judge."""
    return bool(actor.places(*JUDGING))


@who(_("the handling organ"))
def handling_organ(actor: Actor, handling: Handling) -> bool:
    """Whoever handles for this handling's organ."""
    return handling.organ_id in actor.places(*HANDLERS)


@who(_("an organ's handler"))
def handler(actor: Actor, _subject: object) -> bool:
    """Whoever handles for any organ."""
    return bool(actor.places(*HANDLERS))


@who(_("an organ it was assigned to"))
def an_assigned_organ(actor: Actor, suggestion: Suggestion) -> bool:
    """The organs that handle it, from assignment on, and whoever took over from one of them."""
    mine = actor.places(*HANDLERS, SUCCESSOR)
    parts = [h for h in suggestion.handlings.all() if h.state != HandlingState.VOID]
    return any(h.organ_id in mine for h in parts)


@who(_("the office or chairpersons, once it is submitted"))
def congress_reader(actor: Actor, suggestion: Suggestion) -> bool:
    """A draft is its deputy's alone."""
    mine = deputies_office(actor) or leaders(actor)
    return mine and suggestion.congress_id == actor.congress_id and suggestion.state != at.DRAFT


@who(_("the office of a higher congress, once it is published"))
def higher_office(actor: Actor, suggestion: Suggestion) -> bool:
    """A higher congress reads what the lower one has published."""
    is_here = suggestion.congress_id == actor.congress_id
    return actor.holds_above(Role.DEPUTIES_OFFICE) and is_here and bool(suggestion.published_on)


def own_clocks(actor: Actor) -> set[int] | None:
    """The organs whose clocks alone concern this person; None for who looks at all of them."""
    if deputies_office(actor) or leaders(actor) or actor.places(DEPUTY, FORMER_DEPUTY):
        return None
    return actor.places(*HANDLERS) or None


judgement_reader = author | judges | deputies_office
writer = sponsor | drafter
reader = author | judges | draft_reader | congress_reader | an_assigned_organ | higher_office
writes_here = deputy | assistant
works_here = writes_here | deputies_office | leaders | handler | former_deputy | committee
