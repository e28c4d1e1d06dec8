"""Who is who at an organ: heads and contacts with dates, counterparts, the address book."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from renda.accounts.mobile import Mobile
from renda.congress.models.body import Body
from renda.congress.models.congress import Congress
from renda.congress.roles import Duty
from renda.kernel.registers.models import Kept


class Contact(Mobile, Kept):
    """Head, leader in charge or contact person of a body, from a day until a day."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="contacts", verbose_name=_("body"))
    duty = models.CharField(_("as"), max_length=12, choices=Duty)
    name = models.CharField(_("person's name"), max_length=60)
    office = models.CharField(_("office held"), max_length=60, blank=True)
    phone = models.CharField(_("office telephone"), max_length=40, blank=True)
    from_on = models.DateField(_("from"), null=True, blank=True)
    until_on = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        ordering = ["body", "duty", "from_on", "pk"]
        verbose_name = _("contact person")

    def __str__(self) -> str:
        return self.name


class Counterpart(Kept):
    """对口: the committee that looks after an organ's field."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="counterparts")
    committee = models.ForeignKey(
        Body, models.PROTECT, related_name="looks_after", verbose_name=_("committee")
    )
    organ = models.ForeignKey(
        Body, models.PROTECT, related_name="looked_after", verbose_name=_("organ")
    )
    from_on = models.DateField(_("from"), null=True, blank=True)
    until_on = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        ordering = ["committee", "organ"]
        verbose_name = _("counterpart organ")
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "organ"],
                condition=Q(is_void=False, until_on=None),
                name="one_counterpart_each",
            )
        ]

    def __str__(self) -> str:
        return f"{self.committee} – {self.organ}"


class AddressEntry(Mobile, Kept):
    """通讯录: someone who really answers or sends papers for a unit; it fills itself from use."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="address_book")
    body = models.ForeignKey(
        Body,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="addresses",
        verbose_name=_("body"),
    )
    unit = models.CharField(_("unit"), max_length=80, blank=True)
    name = models.CharField(_("person's name"), max_length=60)
    phone = models.CharField(_("office telephone"), max_length=40, blank=True)
    wechat = models.CharField(_("WeChat"), max_length=40, blank=True)
    used_on = models.DateField(_("last contact"), null=True, blank=True)
    used_for = models.CharField(_("for"), max_length=80, blank=True)

    class Meta:
        ordering = ["congress", "unit", "name"]
        verbose_name = _("entry of the address book")
        constraints = [
            models.UniqueConstraint(
                fields=["congress", "unit", "name"],
                condition=Q(is_void=False),
                name="one_address_each",
            )
        ]

    def __str__(self) -> str:
        return self.name
