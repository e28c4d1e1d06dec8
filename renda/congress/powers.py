"""What a congress must have and cannot have by law, whatever it would like (组织法; 选举法)."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from renda.congress.roles import BodyKind, Level, Power


@dataclass(frozen=True)
class Limit:
    """A bound of the law, in words and with its article."""

    why: Any
    cites: str

    def __str__(self) -> str:
        return _now("%(why)s (%(cites)s)") % {"why": self.why, "cites": self.cites}


_NO_SESSIONS = Limit(
    _("A dispatched working committee holds no sessions, votes on nothing and appoints nobody."),
    "组织法59",
)
_SWITCHED_OFF = _("This congress does not have this power: %(power)s. The administrator sets it.")
_TOWNSHIP = {
    Power.COMMITTEE: Limit(_("A township has no standing committee."), "组织法46"),
    Power.SPECIAL_COMMITTEES: Limit(_("A township has no special committees."), "组织法33.1"),
    Power.APPOINTS: Limit(
        _("Only a standing committee appoints and removes; a township has none."), "组织法50"
    ),
    Power.LEGISLATES: Limit(_("A township makes no local regulations."), "组织法10"),
}
_NO_PRESIDIUM = Limit(
    _("Only a township has a presidium that stands between the sessions."), "组织法19.2"
)
_INDIRECT = Limit(_("At this level the deputies are elected by the lower congresses."), "选举法3.1")
_COUNTY = {
    Power.PRESIDIUM: _NO_PRESIDIUM,
    Power.LEGISLATES: Limit(_("A county makes no local regulations."), "组织法10"),
}
_ABOVE = {Power.PRESIDIUM: _NO_PRESIDIUM, Power.DIRECT_ELECTION: _INDIRECT}
FORBIDDEN: dict[str, dict[Power, Limit]] = {
    Level.TOWNSHIP: _TOWNSHIP,
    Level.COUNTY: _COUNTY,
    # A city without districts at this level (东莞) has voters elect: 选举法3.2.
    Level.PREFECTURE: {Power.PRESIDIUM: _NO_PRESIDIUM},
    Level.PROVINCE: _ABOVE,
    Level.NATION: _ABOVE,
}

_SESSIONS = Limit(_("Every congress meets at least once a year."), "组织法14.1")
_VOTES = Limit(_("Every congress elects and decides."), "组织法25")
_COMMITTEES = Limit(_("From the county upwards a congress has a standing committee."), "组织法46")
_APPOINTS = Limit(_("A standing committee appoints and removes."), "组织法50")
_DIRECT = Limit(_("At this level the voters elect the deputies."), "选举法3.2")
_STANDS = Limit(_("The presidium of a township works between the sessions."), "组织法19.2")
_ALWAYS = {Power.SESSIONS: _SESSIONS, Power.DECIDES: _VOTES}
_WITH_COMMITTEE = {**_ALWAYS, Power.COMMITTEE: _COMMITTEES, Power.APPOINTS: _APPOINTS}
REQUIRED: dict[str, dict[Power, Limit]] = {
    Level.TOWNSHIP: {**_ALWAYS, Power.PRESIDIUM: _STANDS, Power.DIRECT_ELECTION: _DIRECT},
    Level.COUNTY: {**_WITH_COMMITTEE, Power.DIRECT_ELECTION: _DIRECT},
    Level.PREFECTURE: _WITH_COMMITTEE,
    Level.PROVINCE: _WITH_COMMITTEE,
    Level.NATION: _ALWAYS,
}

# A body of this kind stands only where the congress has this power.
BODY_NEEDS: dict[str, Power] = {
    BodyKind.STANDING_COMMITTEE: Power.COMMITTEE,
    BodyKind.COUNCIL: Power.COMMITTEE,
    BodyKind.WORKING_COMMITTEE: Power.COMMITTEE,
    BodyKind.DISPATCHED: Power.COMMITTEE,
    BodyKind.COMMITTEE: Power.SPECIAL_COMMITTEES,
    BodyKind.PRESIDIUM: Power.SESSIONS,
    BodyKind.DELEGATION: Power.SESSIONS,
    BodyKind.QUALIFICATION: Power.SESSIONS,
}


def forbidden(level: str, power: Power, *, is_dispatched: bool) -> Limit | None:
    """Why the law does not let this kind of congress have this power; None when it may."""
    if is_dispatched:
        return _NO_SESSIONS
    return FORBIDDEN[level].get(power)


def required(level: str, power: Power, *, is_dispatched: bool) -> Limit | None:
    """Why this kind of congress cannot be without this power; None when it may."""
    return None if is_dispatched else REQUIRED[level].get(power)


def lacking(congress: Any, power: Power) -> str:
    """Why this congress does not do what needs this power, in words; "" when it does."""
    if congress.may(power):
        return ""
    limit = forbidden(congress.level, power, is_dispatched=congress.is_dispatched)
    if limit is not None:
        return str(limit)
    return str(_SWITCHED_OFF % {"power": power.label})


def body_lacking(congress: Any, kind: str) -> str:
    """Why this congress has no body of this kind; "" when it may have one. A congress that is a
    dispatched committee has that committee."""
    if kind == BodyKind.DISPATCHED and congress.is_dispatched:
        return ""
    power = BODY_NEEDS.get(kind)
    return lacking(congress, power) if power is not None else ""


def dispatched_body_lacking(kind: str) -> str:
    """Why a body dispatched to a street or a region neither votes nor appoints; "" for others."""
    return str(_NO_SESSIONS) if kind == BodyKind.DISPATCHED else ""
