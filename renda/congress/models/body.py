"""Bodies: the one table of what a post or a membership can belong to."""

from collections.abc import Iterable
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from renda.congress.models.congress import Congress
from renda.congress.models.region import Region
from renda.congress.roles import BodyKind, OrganKind
from renda.kernel.registers.models import Kept, Standing


class BodyQuerySet(models.QuerySet["Body"]):
    """Bodies, asked by day and by kind."""

    def there_on(self, day: object) -> "BodyQuerySet":
        """Those that existed on this day."""
        began = Q(from_on=None) | Q(from_on__lte=day)
        return self.filter(began, Q(until_on=None) | Q(until_on__gte=day))


StandingBodies = Standing.from_queryset(BodyQuerySet)


class Body(Kept):
    """An office, an organ, a committee, a delegation, a section of one of them.

    `code` is the office's own number of an organ. `parent` is the tree: the sections of an organ,
    the organs below a forwarding organ. An organ that was merged ends (`until_on`) and has a
    `Succession`; one that was only renamed keeps its row, and its old name is a `BodyPast`.
    """

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="bodies")
    kind = models.CharField(_("kind"), max_length=20, choices=BodyKind)
    name = models.CharField(_("name"), max_length=80)
    short_name = models.CharField(_("short name"), max_length=40, blank=True)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("belongs to"),
    )
    order = models.PositiveIntegerField(_("official order"), default=0)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    code = models.CharField(_("number of its own"), max_length=40, blank=True)
    organ_kind = models.CharField(_("kind of organ"), max_length=20, choices=OrganKind, blank=True)
    is_forwarding = models.BooleanField(_("forwards to the organs below it"), default=False)
    duties = models.TextField(_("duties"), blank=True)
    region = models.ForeignKey(
        Region,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="bodies",
        verbose_name=_("place in the tree"),
    )
    from_on = models.DateField(_("from"), null=True, blank=True)
    until_on = models.DateField(_("until"), null=True, blank=True)

    objects: ClassVar[StandingBodies] = StandingBodies()

    class Meta:
        ordering = ["congress", "order", "id"]
        verbose_name = _("body")
        indexes = [models.Index(fields=["congress", "kind", "order"], name="bodies_of_kind")]
        constraints = [
            models.UniqueConstraint(
                fields=["congress", "code"],
                condition=Q(is_void=False) & ~Q(code=""),
                name="one_body_per_code",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def amiss(self) -> str:
        """Whoever was succeeded has ended."""
        if self.until_on is None and self.pk and self.successions.exists():
            return _now("Another body took over from this one: a reform cannot be undone so.")
        return ""


class BodyPast(Kept):
    """What a body was called until a day."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="pasts", verbose_name=_("body"))
    name = models.CharField(_("name"), max_length=80)
    until_on = models.DateField(_("until"))
    reason = models.CharField(_("reason"), max_length=200, blank=True)

    class Meta:
        ordering = ["body", "until_on", "pk"]
        verbose_name = _("former name of a body")

    def __str__(self) -> str:
        return f"{self.name} ({self.until_on})"


class Succession(Kept):
    """机构改革: which body took over from which, from a day; a split has several rows."""

    old = models.ForeignKey(
        Body, models.PROTECT, related_name="successions", verbose_name=_("ended body")
    )
    new = models.ForeignKey(
        Body, models.PROTECT, related_name="inherited", verbose_name=_("successor")
    )
    on = models.DateField(_("from"))
    note = models.CharField(_("what it took over"), max_length=200, blank=True)

    class Meta:
        ordering = ["on", "pk"]
        verbose_name = _("succession of a body")
        constraints = [
            models.UniqueConstraint(
                fields=["old", "new"], condition=Q(is_void=False), name="one_succession_each"
            ),
            models.CheckConstraint(
                name="nobody_succeeds_itself", condition=~Q(old=models.F("new"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"

    @classmethod
    def predecessors_of(cls, *body_ids: int) -> set[int]:
        """The bodies that these took over from, however long ago: a query a generation."""
        return cls._followed("new", "old", body_ids)

    @classmethod
    def heirs_of(cls, *body_ids: int) -> set[int]:
        """The bodies that took over from these, up to today's: a query a generation."""
        return cls._followed("old", "new", body_ids)

    @classmethod
    def _followed(cls, here: str, there: str, body_ids: Iterable[int]) -> set[int]:
        found: set[int] = set()
        asked = set(body_ids)
        while asked:
            rows = cls.objects.filter(**{f"{here}__in": asked}).values_list(
                f"{there}_id", flat=True
            )
            asked = set(rows) - found - set(body_ids)
            found |= asked
        return found
