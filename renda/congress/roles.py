"""Kinds of bodies and the roles that posts give (office.md 3.2)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """The four levels of local congresses (组织法7; legal-rules 0.3)."""

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


DEPUTY = "deputy"  # held by a mandate, not by a post
