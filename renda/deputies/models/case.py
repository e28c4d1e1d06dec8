"""What happens to a mandate during its term, from the office's report to the announcement."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from renda.congress.models import Body, Congress, Session, Sitting
from renda.deputies.models.mandate import Mandate, Suspension
from renda.deputies.roles import CaseKind, Ground
from renda.deputies.states import OPEN, CaseState
from renda.kernel.lifecycle.models import Living


class QualificationCase(Living):
    """代表资格: confirming, ending, suspending or restoring one mandate.

    The office reports it, the qualification committee examines it, the standing committee (in a
    township the congress) announces it. `happened_on` is the day of the ground itself: of the
    death, the move, the accepted resignation. `suspension` is the one that it began or ended.
    """

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="qualification_cases")
    mandate = models.ForeignKey(
        Mandate, models.PROTECT, related_name="cases", verbose_name=_("deputy")
    )
    kind = models.CharField(_("what is to happen"), max_length=12, choices=CaseKind)
    ground = models.CharField(_("because"), max_length=12, choices=Ground, blank=True)
    happened_on = models.DateField(_("day it happened"), null=True, blank=True)
    note = models.TextField(_("facts"), blank=True, max_length=1000)
    state = models.CharField(max_length=12, choices=CaseState, default=CaseState.REPORTED)
    committee = models.ForeignKey(
        Body,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="qualification_cases",
        verbose_name=_("qualification committee"),
    )
    report_on = models.DateField(_("report of the committee"), null=True, blank=True)
    report = models.TextField(_("what the committee found"), blank=True)
    announced_on = models.DateField(_("announced on"), null=True, blank=True)
    announcement = models.CharField(_("number of the announcement"), max_length=60, blank=True)
    sitting = models.ForeignKey(
        Sitting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="qualification_cases",
        verbose_name=_("meeting of the standing committee"),
    )
    session = models.ForeignKey(
        Session,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="qualification_cases",
        verbose_name=_("session of the congress"),
    )
    suspension = models.ForeignKey(
        Suspension, models.PROTECT, null=True, blank=True, related_name="cases"
    )

    class Meta:
        ordering = ["-id"]
        verbose_name = _("qualification case")
        constraints = [
            models.UniqueConstraint(
                fields=["mandate"],
                condition=Q(state__in=["reported", "examined"]),
                name="one_open_case_per_mandate",
            ),
            models.CheckConstraint(
                name="announced_case_has_day",
                condition=~Q(state="announced") | Q(announced_on__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["congress", "state"], name="cases_in_state")]

    def __str__(self) -> str:
        return f"{self.mandate} {self.get_kind_display()}"

    @property
    def is_open(self) -> bool:
        """Whether it waits for somebody."""
        return self.state in OPEN

    @property
    def is_death(self) -> bool:
        """A death ends a mandate by itself; it is announced only."""
        return self.ground == Ground.DIED
