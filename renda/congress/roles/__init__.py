"""Kinds of places, congresses, bodies and posts (office.md 3.2; 组织法)."""

from renda.congress.roles.ends import ELECTED_ROLES, KEPT_ON, TERM_BOUND
from renda.congress.roles.kinds import BodyKind, Level, OrganKind, RegionKind
from renda.congress.roles.may import USUAL_POWERS, Power
from renda.congress.roles.posts import (
    ASSISTANT,
    DEPUTY,
    FORMER_DEPUTY,
    SUCCESSOR,
    Basis,
    Duty,
    Role,
)

__all__ = [
    "ASSISTANT",
    "DEPUTY",
    "ELECTED_ROLES",
    "FORMER_DEPUTY",
    "KEPT_ON",
    "SUCCESSOR",
    "TERM_BOUND",
    "USUAL_POWERS",
    "Basis",
    "BodyKind",
    "Duty",
    "Level",
    "OrganKind",
    "Power",
    "RegionKind",
    "Role",
]
