"""What one can be in which body: the offices in their order, what they are called there, what a
seat rests on, and which role an office gives. The one table of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from renda.congress.roles import BodyKind, Level, Power, Role
from renda.deputies.roles import Office

DEPUTY, COMMITTEE, NOTHING = "deputy", "committee", ""  # what a seat can rest on


@dataclass(frozen=True)
class Seats:
    """The seats of a kind of body. `offices` are pairs of office and what it is called there, the
    first in precedence first; `rests_on` is what a person must be to sit there, by `cites`."""

    offices: tuple[tuple[Office, Any], ...]
    rests_on: str = NOTHING
    cites: str = ""


_CHAIRS = (
    (Office.CHAIR, _("chairperson")),
    (Office.VICE_CHAIR, _("vice-chairperson")),
    (Office.SECRETARY_GENERAL, _("secretary-general")),
)
_COMMITTEE = (
    (Office.HEAD, pgettext_lazy("of a special committee", "chairperson")),
    (Office.DEPUTY_HEAD, pgettext_lazy("of a special committee", "vice-chairperson")),
    (Office.MEMBER, pgettext_lazy("of a committee", "member")),
)
_WORKING = (
    (Office.HEAD, pgettext_lazy("of a working committee", "director")),
    (Office.DEPUTY_HEAD, pgettext_lazy("of a working committee", "deputy director")),
    (Office.MEMBER, pgettext_lazy("of a committee", "member")),
)
_GROUP = (
    (Office.HEAD, pgettext_lazy("of a group", "leader")),
    (Office.DEPUTY_HEAD, pgettext_lazy("of a group", "deputy leader")),
)
_FELLOW = (Office.MEMBER, pgettext_lazy("of a body", "member"))
_LIAISON = (Office.LIAISON, _("liaison"))

SEATS: dict[str, Seats] = {
    BodyKind.STANDING_COMMITTEE: Seats(
        (*_CHAIRS, (Office.MEMBER, pgettext_lazy("of a committee", "member"))),
        DEPUTY,
        "组织法47",
    ),
    BodyKind.COUNCIL: Seats((*_CHAIRS, _FELLOW), COMMITTEE, "组织法54"),
    BodyKind.PRESIDIUM: Seats(
        (
            (Office.PRESIDENT, pgettext_lazy("of a township", "chairperson")),
            (Office.VICE_PRESIDENT, pgettext_lazy("of a township", "vice-chairperson")),
            (Office.MEMBER, pgettext_lazy("of a presidium", "member")),
        ),
        DEPUTY,
        "组织法17、18、19",
    ),
    BodyKind.COMMITTEE: Seats(_COMMITTEE, DEPUTY, "组织法34"),
    BodyKind.QUALIFICATION: Seats(_COMMITTEE, COMMITTEE, "组织法56"),
    BodyKind.WORKING_COMMITTEE: Seats(_WORKING),
    BodyKind.DISPATCHED: Seats(_WORKING),
    BodyKind.PARTY_GROUP: Seats(
        (
            (Office.SECRETARY, _("secretary of the Party group")),
            (Office.DEPUTY_SECRETARY, _("deputy secretary of the Party group")),
            _FELLOW,
        )
    ),
    BodyKind.DISCIPLINE: Seats((*_GROUP, _FELLOW)),
    BodyKind.DELEGATION: Seats(
        (
            (Office.HEAD, pgettext_lazy("of a delegation", "head")),
            (Office.DEPUTY_HEAD, pgettext_lazy("of a delegation", "deputy head")),
            _LIAISON,
        ),
        DEPUTY,
        "代表法14",
    ),
    BodyKind.GROUP: Seats(
        (*_GROUP, _LIAISON, (Office.MEMBER, pgettext_lazy("of a group", "member"))),
        DEPUTY,
        "代表法27",
    ),
    BodyKind.CONSULTATIVE: Seats(
        (
            (Office.HEAD, pgettext_lazy("of a meeting", "convener")),
            (Office.DEPUTY_HEAD, pgettext_lazy("of a meeting", "deputy convener")),
            _LIAISON,
            _FELLOW,
        )
    ),
}

# Who holds the office holds the role, as long as it is held; all other offices give none.
ROLES: dict[tuple[str, str], Role] = {
    (BodyKind.STANDING_COMMITTEE, Office.CHAIR): Role.CHAIR,
    (BodyKind.STANDING_COMMITTEE, Office.VICE_CHAIR): Role.VICE_CHAIR,
    (BodyKind.STANDING_COMMITTEE, Office.SECRETARY_GENERAL): Role.SECRETARY_GENERAL,
    (BodyKind.STANDING_COMMITTEE, Office.MEMBER): Role.MEMBER,
    (BodyKind.PRESIDIUM, Office.PRESIDENT): Role.PRESIDIUM_CHAIR,
    (BodyKind.PRESIDIUM, Office.VICE_PRESIDENT): Role.PRESIDIUM_MEMBER,
    (BodyKind.PRESIDIUM, Office.MEMBER): Role.PRESIDIUM_MEMBER,
    (BodyKind.COMMITTEE, Office.HEAD): Role.COMMITTEE_HEAD,
    (BodyKind.QUALIFICATION, Office.HEAD): Role.COMMITTEE_HEAD,
    (BodyKind.WORKING_COMMITTEE, Office.HEAD): Role.COMMITTEE_HEAD,
    (BodyKind.DISPATCHED, Office.HEAD): Role.WORKING_COMMITTEE_HEAD,
    (BodyKind.DELEGATION, Office.HEAD): Role.DELEGATION_HEAD,
    (BodyKind.DELEGATION, Office.LIAISON): Role.DELEGATION_LIAISON,
}

# Of these there is one at a time; a meeting may have several conveners.
SINGLE = (
    Office.CHAIR,
    Office.SECRETARY_GENERAL,
    Office.PRESIDENT,
    Office.SECRETARY,
    Office.HEAD,
)
# These can be held beside another office of the same body (副主任兼秘书长).
BESIDE = (Office.SECRETARY_GENERAL, Office.LIAISON)
# Whoever sits here holds no post in administration, supervision, courts or procuratorates.
INCOMPATIBLE = {BodyKind.STANDING_COMMITTEE: "组织法47.3", BodyKind.PRESIDIUM: "组织法18.2"}


def offices_of(kind: str, congress: Any) -> list[Office]:
    """What one can be in a body of this kind, the first in precedence first.

    A county's standing committee has no secretary-general (组织法47.2、54.1); only a township's
    presidium, which stands between the sessions, has a chairperson of its own (组织法18).
    """
    offices = [office for office, _name in SEATS[kind].offices]
    if congress.level == Level.COUNTY and Office.SECRETARY_GENERAL in offices:
        offices.remove(Office.SECRETARY_GENERAL)
    if kind == BodyKind.PRESIDIUM and not congress.may(Power.PRESIDIUM):
        offices = [Office.MEMBER]
    return offices


def office_name(kind: str, office: str) -> str:
    """What an office is called in a body of this kind: 主任委员, 组长, 团长."""
    names: dict[str, Any] = dict(SEATS[kind].offices) if kind in SEATS else {}
    return str(names.get(office) or Office(office).label)


def office_choices(kind: str, congress: Any) -> Sequence[tuple[str, str]]:
    """The offices of a body, for a form."""
    return [(office.value, office_name(kind, office)) for office in offices_of(kind, congress)]


def rank(kind: str, office: str) -> int:
    """Where an office stands in the order of precedence of its body."""
    offices = [known for known, _name in SEATS[kind].offices] if kind in SEATS else []
    return offices.index(Office(office)) if office in offices else len(offices)


def rests_on(kind: str, office: str, congress: Any) -> str:
    """What a person must be to hold this office in a body of this kind.

    The qualification committee is of members of the standing committee (组织法56.2), in a township
    of deputies (组织法37). A liaison keeps contact and may be anybody.
    """
    if office == Office.LIAISON:
        return NOTHING
    needed = SEATS[kind].rests_on
    return DEPUTY if needed == COMMITTEE and not congress.may(Power.COMMITTEE) else needed


def role_of(kind: str, office: str, congress: Any) -> Role | None:
    """The role that an office gives, or None. A presidium that is only of a session gives none."""
    if kind == BodyKind.PRESIDIUM and not congress.may(Power.PRESIDIUM):
        return None
    return ROLES.get((kind, office))
