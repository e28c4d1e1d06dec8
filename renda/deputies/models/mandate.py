"""A seat in a congress, its suspension, its certificate, and the deputy's assistant."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from renda.congress.models import Body, Congress, Term
from renda.deputies.models.person import Person
from renda.deputies.models.unit import ElectoralUnit
from renda.deputies.roles import Beginning, Ground
from renda.kernel.registers.models import Kept, Standing


class MandateQuerySet(models.QuerySet["Mandate"]):
    """Mandates, asked by day."""

    def held_on(self, day: Any) -> "MandateQuerySet":
        """Mandates in force on this day, suspended ones among them: the seat is still theirs."""
        return self.filter(Q(until_on=None) | Q(until_on__gte=day), from_on__lte=day)

    def deputies_on(self, day: Any) -> "MandateQuerySet":
        """The deputies of a congress on this day, each once: from the opening of a first session
        on those of the new term alone, though the old term's end is written a night later."""
        begun = Mandate.objects.held_on(day).filter(term=OuterRef("pk"))
        later = Term.objects.filter(
            Exists(begun),
            congress=OuterRef("congress"),
            number__gt=OuterRef("term__number"),
            from_on__lte=day,
        )
        return self.held_on(day).filter(~Exists(later))

    def acting_on(self, day: Any) -> "MandateQuerySet":
        """Those that may be exercised on this day: held, and not suspended (代表法61)."""
        return self.held_on(day).unpaused_on(day)

    def unpaused_on(self, day: Any) -> "MandateQuerySet":
        """Those not suspended on this day."""
        paused = Suspension.objects.filter(
            Q(until_on=None) | Q(until_on__gte=day), mandate=OuterRef("pk"), from_on__lte=day
        )
        return self.filter(~Exists(paused))

    def still_theirs_on(self, day: Any) -> "MandateQuerySet":
        """Those in force on this day, and those that were over with their term: who held one still
        reads what they put forward, and judges what is theirs to judge."""
        is_held = Q(until_on=None) | Q(until_on__gte=day)
        was_held = Q(until_on__lt=day, end_ground=Ground.TERM_OVER)
        return self.filter(is_held | was_held, from_on__lte=day)


StandingMandates = Standing.from_queryset(MandateQuerySet)


class Mandate(Kept):
    """A person's seat in a congress for a term: what makes a deputy.

    `code` is the office's own number of the deputy, `category` what the roster counts them as. Who
    was elected in a by-election has no `from_on` until the mandate is confirmed and announced, and
    so holds nothing yet.
    """

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="mandates", verbose_name=_("person")
    )
    congress = models.ForeignKey(Congress, models.PROTECT, related_name="mandates")
    term = models.ForeignKey(Term, models.PROTECT, related_name="mandates", verbose_name=_("term"))
    code = models.CharField(_("number of the deputy"), max_length=30, blank=True)
    electoral_unit = models.CharField(_("electoral unit"), max_length=60, blank=True)
    unit = models.ForeignKey(
        ElectoralUnit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mandates",
        verbose_name=_("constituency or electoral unit"),
    )
    delegation = models.ForeignKey(
        Body,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mandates",
        verbose_name=_("delegation"),
    )
    category = models.CharField(_("category"), max_length=60, blank=True)
    beginning = models.CharField(_("elected"), max_length=12, choices=Beginning, blank=True)
    order = models.PositiveIntegerField(_("order by strokes"), default=0)
    from_on = models.DateField(_("from"), null=True, blank=True)
    until_on = models.DateField(_("until"), null=True, blank=True)
    end_ground = models.CharField(_("ended because"), max_length=12, choices=Ground, blank=True)
    trained_on = models.DateField(_("first trained on"), null=True, blank=True)
    note = models.CharField(_("remark"), max_length=200, blank=True)

    objects: ClassVar[StandingMandates] = StandingMandates()

    class Meta:
        ordering = ["congress", "order", "id"]
        verbose_name = _("mandate")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "term"], condition=Q(is_void=False), name="one_mandate_per_term"
            ),
            models.UniqueConstraint(
                fields=["term", "code"],
                condition=Q(is_void=False) & ~Q(code=""),
                name="one_mandate_per_code",
            ),
            models.CheckConstraint(
                name="mandate_ends_after_beginning",
                condition=Q(from_on=None) | Q(until_on=None) | Q(until_on__gte=F("from_on")),
            ),
        ]
        indexes = [models.Index(fields=["congress", "order"], name="mandates_in_order")]

    def __str__(self) -> str:
        return self.person.name


class Suspension(Kept):
    """暂时停止执行代表职务 (代表法61), until it is restored."""

    mandate = models.ForeignKey(
        Mandate, models.PROTECT, related_name="suspensions", verbose_name=_("mandate")
    )
    ground = models.CharField(_("because"), max_length=12, choices=Ground)
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        ordering = ["mandate", "from_on"]
        verbose_name = _("suspension")
        constraints = [
            models.UniqueConstraint(
                fields=["mandate"],
                condition=Q(is_void=False, until_on=None),
                name="one_running_suspension",
            ),
            models.CheckConstraint(
                name="suspension_ends_after_beginning",
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mandate} {self.from_on}"


class Certificate(Kept):
    """代表证 (代表法49): its number, issue, loss and return."""

    mandate = models.ForeignKey(
        Mandate, models.PROTECT, related_name="certificates", verbose_name=_("deputy")
    )
    congress = models.ForeignKey(Congress, models.PROTECT, related_name="certificates")
    number = models.CharField(_("number"), max_length=30)
    issued_on = models.DateField(_("issued on"))
    lost_on = models.DateField(_("reported lost on"), null=True, blank=True)
    returned_on = models.DateField(_("returned on"), null=True, blank=True)

    class Meta:
        ordering = ["congress", "number"]
        verbose_name = _("deputy's certificate")
        constraints = [
            models.UniqueConstraint(
                fields=["congress", "number"],
                condition=Q(is_void=False),
                name="one_certificate_per_number",
            ),
            models.UniqueConstraint(
                fields=["mandate"],
                condition=Q(is_void=False, lost_on=None, returned_on=None),
                name="one_valid_certificate_each",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Assistant(Kept):
    """One person whom a busy deputy lets draft for them; never submits, signs, judges or votes."""

    mandate = models.ForeignKey(
        Mandate, models.PROTECT, related_name="assistants", verbose_name=_("deputy")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="assists",
        verbose_name=_("assistant"),
    )
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        ordering = ["mandate", "from_on"]
        verbose_name = _("deputy's assistant")
        constraints = [
            models.UniqueConstraint(
                fields=["mandate"],
                condition=Q(is_void=False, until_on=None),
                name="one_assistant_each",
            ),
            models.CheckConstraint(
                name="assistant_ends_after_beginning",
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.mandate}"
