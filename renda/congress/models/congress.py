"""A congress: the tenant to which everything else belongs."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from renda.congress.models.region import Region
from renda.congress.roles import USUAL_POWERS, Level, Power
from renda.kernel.registers.models import Kept

# The first part of an address that the house itself answers.
TAKEN_ADDRESSES = ("accounts", "due", "healthz", "preferences", "robots", "static")


class Congress(Kept):
    """A people's congress, or a working committee dispatched to a place without one (盟人大工委).

    `path` lists the ids of the congresses above and its own, such as "/1/4/", so that "above"
    and "below" need no recursion. `powers` says what it may do; a dispatched committee (组织法59)
    has deputies and activities, and neither sessions nor votes.
    """

    slug = models.SlugField(_("address"), max_length=40, unique=True)
    name = models.CharField(_("full name"), max_length=80)
    short_name = models.CharField(_("short name"), max_length=40)
    level = models.CharField(_("level"), max_length=12, choices=Level)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    path = models.CharField(max_length=120, editable=False, default="/")
    phone = models.CharField(_("telephone of its office"), max_length=40, blank=True)
    place = models.CharField(_("name of the place"), max_length=40, blank=True)
    region = models.ForeignKey(
        Region,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="congresses",
        verbose_name=_("place in the tree"),
    )
    powers = models.JSONField(_("powers"), default=list, blank=True)
    is_dispatched = models.BooleanField(_("a dispatched working committee"), default=False)
    is_municipality = models.BooleanField(
        _("a municipality directly under the central government"), default=False
    )
    population = models.PositiveBigIntegerField(_("population"), null=True, blank=True)
    fixed_deputies = models.PositiveIntegerField(
        _("number of deputies fixed"), null=True, blank=True
    )
    fixed_committee = models.PositiveIntegerField(
        _("size of the standing committee fixed"), null=True, blank=True
    )

    LABELS: ClassVar[Mapping[str, Mapping[str, Any]]] = {"powers": dict(Power.choices)}

    class Meta:
        ordering = ["path"]
        verbose_name = _("congress")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the path true."""
        super().save(*args, **kwargs)
        path = f"{self.parent.path if self.parent else '/'}{self.pk}/"
        if path != self.path:
            self.path = path
            super().save(update_fields=["path"])

    @property
    def above_ids(self) -> list[int]:
        """The congresses above this one, highest first."""
        return [int(part) for part in self.path.strip("/").split("/")[:-1] if part]

    def may(self, power: Power) -> bool:
        """Whether it has this power; what was never set is as usual for its level. A dispatched
        committee has none (组织法59)."""
        return not self.is_dispatched and power in (self.powers or USUAL_POWERS[self.level])
