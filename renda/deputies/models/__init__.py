"""People, the mandates they hold, and the bodies they sit in."""

from renda.deputies.models.case import QualificationCase
from renda.deputies.models.change import PersonChange
from renda.deputies.models.group import Group, GroupException, Membership, MembershipQuerySet
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
    "GroupException",
    "Mandate",
    "MandateQuerySet",
    "Membership",
    "MembershipQuerySet",
    "Person",
    "PersonChange",
    "QualificationCase",
    "Suspension",
    "TermChange",
]
