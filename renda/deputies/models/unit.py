"""Where deputies are elected."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from renda.congress.models import Congress, Region, Term
from renda.deputies.roles import UnitKind
from renda.kernel.registers.models import Kept


class ElectoralUnit(Kept):
    """选区 (voters elect, 1 to 3 seats) or 选举单位 (a lower congress elects), for a term."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="electoral_units")
    term = models.ForeignKey(
        Term, models.PROTECT, related_name="electoral_units", verbose_name=_("term")
    )
    kind = models.CharField(_("kind"), max_length=16, choices=UnitKind)
    name = models.CharField(_("name"), max_length=60)
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    region = models.ForeignKey(
        Region,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="electoral_units",
        verbose_name=_("place in the tree"),
    )
    electing = models.ForeignKey(
        Congress,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="elects_in",
        verbose_name=_("congress that elects"),
    )
    seats = models.PositiveSmallIntegerField(_("seats"), null=True, blank=True)
    extent = models.CharField(_("extent"), max_length=200, blank=True)

    class Meta:
        ordering = ["congress", "term", "number", "pk"]
        verbose_name = _("electoral unit")
        constraints = [
            models.UniqueConstraint(
                fields=["term", "name"], condition=Q(is_void=False), name="one_unit_per_name"
            )
        ]

    def __str__(self) -> str:
        return self.name
