"""Kinds of places, congresses, bodies and posts (office.md 3.2; 组织法)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """The five levels of congresses; the four local ones are of 组织法7."""

    NATION = "nation", _("nation")
    PROVINCE = "province", _("province")
    PREFECTURE = "prefecture", _("city divided into districts")
    COUNTY = "county", _("county")
    TOWNSHIP = "township", _("township")


class BodyKind(models.TextChoices):
    """Whatever a post can belong to."""

    STANDING_COMMITTEE = "standing_committee", _("standing committee")
    OFFICE = "office", _("office of the congress")
    COMMITTEE = "committee", _("special committee")
    WORKING_COMMITTEE = "working_committee", _("working committee")
    DELEGATION = "delegation", _("delegation")
    PRESIDIUM = "presidium", _("presidium")
    ORGAN = "organ", _("handling organ")
    SECTION = "section", _("section")
    COUNCIL = "council", _("council of chairpersons")
    PARTY_GROUP = "party_group", _("Party group")
    QUALIFICATION = "qualification", _("qualification committee")
    DISCIPLINE = "discipline", _("stationed discipline group")
    DISPATCHED = "dispatched", _("dispatched working committee")
    GROUP = "group", _("deputies' group")
    CONSULTATIVE = "consultative", _("consultative meeting")


class OrganKind(models.TextChoices):
    """What kind of organ answers to the congress or is handed its matters (office.md 1.13)."""

    PARTY = "party", _("Party department")
    GOVERNMENT = "government", _("government")
    DEPARTMENT = "department", _("government department")
    COUNTY = "county", _("county or township government")
    SUPERVISION = "supervision", _("supervisory commission")
    COURT = "court", _("court")
    PROCURATORATE = "procuratorate", _("procuratorate")
    CENTRAL = "central", _("unit of the centre or the region stationed here")
    ENTERPRISE = "enterprise", _("state-owned enterprise")
    OWN = "own", _("organ of the congress itself")
    OTHER = "other", _("other unit")


class RegionKind(models.TextChoices):
    """What kind of place; only the first four have congresses by law (组织法7)."""

    PROVINCE = "province", _("province")
    PREFECTURE = "prefecture", _("prefecture or city")
    COUNTY = "county", _("county, banner or district")
    TOWNSHIP = "township", _("township, town or sum")
    STREET = "street", _("street")
    FARM = "farm", _("farm or pasture")
    ZONE = "zone", _("development zone")
    COMPANY = "company", _("company or mine")
    VILLAGE = "village", _("village or community")
    OTHER = "other", _("other place")


class Power(models.TextChoices):
    """What a congress may do. A place sets them; by itself they are as the law has it."""

    SESSIONS = "sessions", _("holds sessions")
    COMMITTEE = "committee", _("has a standing committee")
    PRESIDIUM = "presidium", _("has a standing presidium")
    SPECIAL_COMMITTEES = "special_committees", _("has special committees")
    DECIDES = "decides", _("decides and votes")
    APPOINTS = "appoints", _("appoints and removes")
    LEGISLATES = "legislates", _("makes local regulations")
    DIRECT_ELECTION = "direct_election", _("its deputies are elected by the voters")


_ABOVE = [
    Power.SESSIONS,
    Power.COMMITTEE,
    Power.SPECIAL_COMMITTEES,
    Power.DECIDES,
    Power.APPOINTS,
    Power.LEGISLATES,
]
# 组织法7、10、33、46、49: a county's congress makes no regulations, a township's has no committee.
USUAL_POWERS: dict[str, list[str]] = {
    Level.NATION: [*_ABOVE],
    Level.PROVINCE: [*_ABOVE],
    Level.PREFECTURE: [*_ABOVE],
    Level.COUNTY: [*_ABOVE[:-1], Power.DIRECT_ELECTION],
    Level.TOWNSHIP: [Power.SESSIONS, Power.PRESIDIUM, Power.DECIDES, Power.DIRECT_ELECTION],
}


class Basis(models.TextChoices):
    """How a post is held."""

    APPOINTED = "appointed", _("appointed")
    SECONDED = "seconded", _("on secondment")
    ATTACHED = "attached", _("temporary post for training")
    BORROWED = "borrowed", _("borrowed for a session")
    STANDING_IN = "standing_in", _("standing in")


class Duty(models.TextChoices):
    """As what somebody stands beside a body."""

    HEAD = "head", _("head")
    DEPUTY_HEAD = "deputy_head", _("deputy head in charge")
    LEADER = "leader", _("leader in charge")
    CONTACT = "contact", _("contact person")
    SECRECY = "secrecy", _("secrecy officer")


class Role(models.TextChoices):
    """What a post lets a person do; a permit names roles, never people."""

    CHAIR = "chair", _("chairperson")
    VICE_CHAIR = "vice_chair", _("vice-chairperson")
    SECRETARY_GENERAL = "secretary_general", _("secretary-general")
    MEMBER = "member", _("member of the standing committee")
    DEPUTIES_OFFICE = "deputies_office", _("deputies' affairs office")
    MEETINGS_OFFICE = "meetings_office", _("meetings office")
    PETITIONS_OFFICE = "petitions_office", _("petitions office")
    COMMITTEE_HEAD = "committee_head", _("head of a committee")
    COMMITTEE_STAFF = "committee_staff", _("staff of a committee")
    PRESIDIUM_CHAIR = "presidium_chair", _("chairperson of the township presidium")
    FORWARDING_CLERK = "forwarding_clerk", _("clerk of a forwarding organ")
    HANDLER = "handler", _("handler of an organ")
    HANDLER_HEAD = "handler_head", _("head of an organ")
    GOVERNMENT_LEADER = "government_leader", _("government leader in charge")
    ADMINISTRATOR = "administrator", _("administrator")
    HANDLER_DEPUTY_HEAD = "handler_deputy_head", _("deputy head of an organ")
    SESSION_DESK = "session_desk", _("session secretariat")
    DELEGATION_HEAD = "delegation_head", _("head of a delegation")
    DELEGATION_LIAISON = "delegation_liaison", _("liaison of a delegation")
    PRESIDIUM_MEMBER = "presidium_member", _("member of the township presidium")
    WORKING_COMMITTEE_HEAD = "working_committee_head", _("head of a dispatched committee")


DEPUTY = "deputy"  # held by a mandate, not by a post
FORMER_DEPUTY = "former_deputy"  # held at a mandate that was over with its term
ASSISTANT = "assistant"  # of a deputy: held at the mandate; drafts, never submits, signs or votes
SUCCESSOR = "successor"  # whoever handles for an organ, at those that it took over from: reads

# What each term's first session elects anew (组织法18、48); all other bodies and posts go on.
TERM_BOUND = (
    BodyKind.STANDING_COMMITTEE,
    BodyKind.COUNCIL,
    BodyKind.COMMITTEE,
    BodyKind.QUALIFICATION,
    BodyKind.PRESIDIUM,
)
KEPT_ON = (BodyKind.GROUP, BodyKind.DELEGATION)  # go on with the deputies who were re-elected
ELECTED_ROLES = (
    Role.CHAIR,
    Role.VICE_CHAIR,
    Role.SECRETARY_GENERAL,
    Role.MEMBER,
    Role.COMMITTEE_HEAD,
    Role.PRESIDIUM_CHAIR,
    Role.PRESIDIUM_MEMBER,
    Role.DELEGATION_HEAD,
)
