"""People, the mandates they hold, and the bodies they sit in."""

from renda.deputies.models.group import Group, Membership
from renda.deputies.models.mandate import (
    Assistant,
    Certificate,
    Mandate,
    MandateQuerySet,
    Suspension,
)
from renda.deputies.models.person import Person
from renda.deputies.models.turnover import TermChange
from renda.deputies.models.unit import ElectoralUnit

__all__ = [
    "Assistant",
    "Certificate",
    "ElectoralUnit",
    "Group",
    "Mandate",
    "MandateQuerySet",
    "Membership",
    "Person",
    "Suspension",
    "TermChange",
]
