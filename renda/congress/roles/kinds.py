"""Levels of congresses; kinds of bodies, organs and places."""

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
