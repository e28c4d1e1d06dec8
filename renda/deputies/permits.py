"""Who is who to a deputy's register, certificate and qualification case."""

from django.utils.translation import gettext_lazy as _

from renda.congress.permits import administrator, deputies_office, leaders, meetings_office
from renda.congress.roles import ASSISTANT, DEPUTY, Role
from renda.deputies.models import QualificationCase
from renda.deputies.states import CaseState
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.who import who

SITS_IN_COMMITTEE = (Role.COMMITTEE_HEAD, Role.COMMITTEE_STAFF, Role.MEMBER)

keeps_deputies = administrator | deputies_office
reads_deputies = keeps_deputies | leaders | meetings_office


@who(_("a deputy"))
def deputy(actor: Actor, _subject: object) -> bool:
    """Anyone who may exercise a mandate in this congress today."""
    return actor.holds(DEPUTY)


@who(_("a deputy's assistant"))
def assistant(actor: Actor, _subject: object) -> bool:
    """Whom a deputy of this congress lets draft for them."""
    return actor.holds(ASSISTANT)


@who(_("the qualification committee"))
def sits_in_committee(actor: Actor, _subject: object) -> bool:
    """Whoever might sit in it: which committee, its cases tell."""
    return bool(actor.places(*SITS_IN_COMMITTEE))


@who(_("the qualification committee"))
def qualification_committee(actor: Actor, case: QualificationCase) -> bool:
    """代表资格审查委员会 (代表法61, 63), by a post at that body."""
    return case.committee_id is not None and case.committee_id in actor.places(*SITS_IN_COMMITTEE)


@who(_("the office or the chairpersons"))
def case_office(actor: Actor, case: QualificationCase) -> bool:
    """Those in this congress whose work it is; the administrator is not among them."""
    is_here = case.congress_id == actor.congress_id
    return is_here and (deputies_office(actor) or leaders(actor))


@who(_("the deputy, once it is announced"))
def case_deputy(actor: Actor, case: QualificationCase) -> bool:
    """A deputy reads what was announced of the own mandate, after it ended too."""
    is_own = actor.user_id is not None and case.mandate.person.user_id == actor.user_id
    is_here = case.congress_id == actor.congress_id
    return is_own and is_here and case.state == CaseState.ANNOUNCED


case_worker = case_office | qualification_committee
case_reader = case_worker | case_deputy
reads_cases = deputies_office | leaders | sits_in_committee
