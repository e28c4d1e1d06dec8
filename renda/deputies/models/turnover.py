"""The change of term: what is planned for the day of the first session."""

from datetime import date, timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from renda.congress.models import Congress, Session, Term
from renda.deputies.states import TermChangeState
from renda.kernel.lifecycle.models import Living


class TermChange(Living):
    """换届: one congress goes from one term to the next, on the day its first session opens.

    `answers` holds what was confirmed, part by part, as {part: {item: answer}}; what is not in it
    goes as the part has it by itself. Deputies hold their seats until the first session opens
    (代表法2.3、组织法38), those whom the congress elects act until others are (`elected_on`,
    组织法48); from `freezes_at` on nothing of it can be taken back.
    """

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="term_changes")
    old = models.ForeignKey(Term, models.PROTECT, related_name="+")
    new = models.ForeignKey(Term, models.PROTECT, related_name="+")
    session = models.ForeignKey(Session, models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=TermChangeState, default=TermChangeState.DRAFT)
    elected_on = models.DateField(_("day of the elections"), null=True, blank=True)
    freezes_at = models.DateTimeField(_("frozen from"), null=True, blank=True)
    answers = models.JSONField(default=dict)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("change of term")
        constraints = [
            models.UniqueConstraint(
                fields=["congress"],
                condition=Q(state__in=["draft", "ready"]),
                name="one_change_of_term_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["new"], condition=~Q(state="dropped"), name="one_change_into_a_term"
            ),
            models.CheckConstraint(
                name="settled_change_has_its_days",
                condition=~Q(state__in=["ready", "done"])
                | Q(elected_on__isnull=False, freezes_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"

    @property
    def on(self) -> date:
        """The day on which the new term begins."""
        return self.session.opens_on

    @property
    def last_on(self) -> date:
        """The last day of the old term's deputies."""
        return self.on - timedelta(days=1)
