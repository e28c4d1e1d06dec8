"""A congress and what stands around it: its place, terms and sessions, bodies, posts, organs."""

from renda.congress.models.body import Body, BodyPast, Succession
from renda.congress.models.congress import TAKEN_ADDRESSES, Congress
from renda.congress.models.local import GlossaryWord, Guidance
from renda.congress.models.organ import AddressEntry, Contact, Counterpart
from renda.congress.models.post import Handover, Post, PostQuerySet
from renda.congress.models.region import Region, RegionPast
from renda.congress.models.term import Session, Sitting, Term

__all__ = [
    "TAKEN_ADDRESSES",
    "AddressEntry",
    "Body",
    "BodyPast",
    "Congress",
    "Contact",
    "Counterpart",
    "GlossaryWord",
    "Guidance",
    "Handover",
    "Post",
    "PostQuerySet",
    "Region",
    "RegionPast",
    "Session",
    "Sitting",
    "Succession",
    "Term",
]
