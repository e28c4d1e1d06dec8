"""A change of somebody's own data, put before the other congresses where they hold a mandate."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from renda.accounts.mobile import Mobile
from renda.congress.models import Congress
from renda.deputies.models.person import Person
from renda.deputies.roles import Answer
from renda.kernel.registers.models import Kept


class PersonChange(Mobile, Kept):
    """Name, birth and the like belong to the person, not to one congress (build-notes B2-26): what
    one office wants to change, an office of another congress accepts or declines.

    `values` are the new ones by field, `before` those that the proposal saw; a new mobile number is
    kept sealed beside them.
    """

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="changes", verbose_name=_("person")
    )
    congress = models.ForeignKey(
        Congress, models.PROTECT, related_name="changes_proposed", verbose_name=_("proposed by")
    )
    values = models.JSONField(_("new"), default=dict, blank=True)
    before = models.JSONField(_("so far"), default=dict, blank=True)
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    proposed_on = models.DateField(_("proposed on"))
    answer = models.CharField(_("answer"), max_length=10, choices=Answer, blank=True)
    answered_by = models.ForeignKey(
        Congress,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="changes_answered",
        verbose_name=_("answered by"),
    )
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    why = models.CharField(_("reason of the answer"), max_length=200, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("proposed change of a person's data")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "congress"],
                condition=models.Q(is_void=False, answer=""),
                name="one_open_change_of_person",
            )
        ]
        indexes = [models.Index(fields=["person", "answer"], name="changes_of_person")]

    def __str__(self) -> str:
        return self.person.name

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return not self.answer
