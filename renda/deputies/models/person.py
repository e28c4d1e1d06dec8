"""A person of the deployment."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from renda.accounts.mobile import Mobile
from renda.congress.models import Region
from renda.deputies.roles import Sex
from renda.kernel.registers.models import Kept


class Person(Mobile, Kept):
    """Somebody with a mandate or a seat, with or without an account: sixty of 305 deputies will
    never have one.

    It belongs to the deployment; a congress sees and edits those who hold a mandate or a seat with
    it. `born` is ISO text as far as it is known: "1987", "1987-05", "1987-05-21". `public_extras`
    names what the deputy lets the public card show beyond what 代表法58 demands.
    """

    name = models.CharField(_("name of the person"), max_length=60)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="person",
        verbose_name=_("account"),
    )
    sex = models.CharField(_("sex"), max_length=6, choices=Sex, blank=True)
    born = models.CharField(_("born"), max_length=10, blank=True)
    nationality = models.CharField(_("ethnic group"), max_length=20, blank=True)
    native_place = models.CharField(_("native place"), max_length=60, blank=True)
    party = models.CharField(_("party"), max_length=30, blank=True)
    education = models.CharField(_("education"), max_length=30, blank=True)
    work = models.CharField(_("work unit and office"), max_length=120, blank=True)
    job = models.CharField(_("occupation"), max_length=60, blank=True)
    expertise = models.CharField(_("expertise"), max_length=120, blank=True)
    residence = models.CharField(_("residence"), max_length=120, blank=True)
    home = models.ForeignKey(
        Region,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="residents",
        verbose_name=_("lives in"),
    )
    introduction = models.TextField(_("introduction"), blank=True, max_length=1000)
    public_extras = models.JSONField(_("shown to the public"), default=list, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name = _("person")

    def __str__(self) -> str:
        return self.name
