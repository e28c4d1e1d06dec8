"""What somebody can be, on what basis, and what a contact person is for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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
