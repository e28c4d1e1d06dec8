"""Regions: the tree of places, by their administrative codes, never by their names."""

from typing import Any

from django.db import models
from django.db.models import Value
from django.db.models.functions import Concat, Substr
from django.utils.translation import gettext_lazy as _

from renda.congress.roles import RegionKind
from renda.kernel.registers.models import Kept


class Region(Kept):
    """A place of the tree, with or without a congress of its own (street, farm, zone, port).

    It belongs to the deployment, not to one congress: codes of 2, 4, 6, 9 or 12 digits are the
    country's. `path` lists the codes above and its own ("/15/1501/150102/"), so that "below" needs
    no recursion; 城关镇 occurs 88 times in the country, so nothing is ever found by name alone.
    """

    code = models.CharField(_("code"), max_length=12)
    name = models.CharField(_("name"), max_length=60)
    kind = models.CharField(_("kind"), max_length=12, choices=RegionKind)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("belongs to"),
    )
    path = models.CharField(max_length=80, db_index=True, editable=False, default="/")
    is_without_congress = models.BooleanField(_("has no congress of its own"), default=False)
    from_on = models.DateField(_("from"), null=True, blank=True)
    until_on = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        ordering = ["path"]
        verbose_name = _("place")
        constraints = [
            models.UniqueConstraint(
                fields=["code"],
                condition=models.Q(is_void=False, until_on=None),
                name="one_place_per_code",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the path true, and that of the whole tree below it."""
        was, self.path = self.path, self._path
        super().save(*args, **kwargs)
        if self.path != was != "/":
            below = Region._base_manager.filter(path__startswith=was).exclude(pk=self.pk)
            below.update(path=Concat(Value(self.path), Substr("path", len(was) + 1)))

    @property
    def _path(self) -> str:
        return f"{self.parent.path if self.parent else '/'}{self.code}/"

    @property
    def codes_above(self) -> list[str]:
        """The codes of the places above it, highest first."""
        return [code for code in self.path.split("/") if code][:-1]


class RegionPast(Kept):
    """What a place was until a day: its former name, code or superior (更名, 划转)."""

    region = models.ForeignKey(
        Region, models.PROTECT, related_name="pasts", verbose_name=_("place")
    )
    code = models.CharField(_("code"), max_length=12)
    name = models.CharField(_("name"), max_length=60)
    parent = models.ForeignKey(
        Region,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("belongs to"),
    )
    until_on = models.DateField(_("until"))
    reason = models.CharField(_("reason"), max_length=200, blank=True)

    class Meta:
        ordering = ["region", "until_on", "pk"]
        verbose_name = _("former name or superior of a place")

    def __str__(self) -> str:
        return f"{self.name} ({self.until_on})"
