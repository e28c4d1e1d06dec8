"""A running or stopped legal time limit of one subject."""

from django.db import models
from django.utils.functional import cached_property

from renda.kernel.clock.models.questions import DeadlineQuerySet
from renda.kernel.clock.spans import Span, parse


def label_of(subject: models.Model) -> str:
    """What a deadline calls its subject's kind, such as "suggestions.handling"."""
    return str(subject._meta.label_lower)


class Deadline(models.Model):
    """How long one subject has under one clock. Whether it is overdue is asked, never stored.

    `span` and `cites` are the law of its start and stay (a later law is for later clocks).
    Reminders count to `statutory_on`; overdue, refusals and on-time figures use `latest_on`.
    `started_by` and `stopped_by` are the steps that did it, so that they can be taken back.
    """

    congress_id = models.PositiveBigIntegerField()
    subject_type = models.CharField(max_length=60)
    subject_id = models.PositiveBigIntegerField()
    name = models.CharField(max_length=60)
    span = models.CharField(max_length=12)
    cites = models.CharField(max_length=120)
    started_on = models.DateField()
    started_at = models.DateTimeField(null=True)
    statutory_on = models.DateField()
    latest_on = models.DateField()
    at = models.DateTimeField(null=True)
    is_provisional = models.BooleanField(default=False)
    stopped_on = models.DateField(null=True)
    started_by = models.PositiveBigIntegerField(null=True)
    stopped_by = models.PositiveBigIntegerField(null=True)
    is_void = models.BooleanField(default=False)
    replaces = models.ForeignKey("self", models.PROTECT, null=True, related_name="replaced_by")
    reason = models.TextField(blank=True)

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        ordering = ["statutory_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_id", "name"],
                condition=models.Q(stopped_on=None, is_void=False),
                name="one_running_deadline",
            ),
            models.CheckConstraint(
                condition=models.Q(latest_on__gte=models.F("statutory_on")),
                name="latest_not_before_statutory",
            ),
        ]
        indexes = [
            models.Index(
                fields=["congress_id", "stopped_on", "statutory_on"], name="deadlines_by_statutory"
            ),
            models.Index(
                fields=["congress_id", "stopped_on", "latest_on"], name="deadlines_by_latest"
            ),
            models.Index(fields=["subject_type", "subject_id"], name="deadlines_of_subject"),
            models.Index(fields=["started_by"], name="deadlines_started_by"),
            models.Index(fields=["stopped_by"], name="deadlines_stopped_by"),
        ]

    def __str__(self) -> str:
        return f"{self.subject_type} {self.subject_id} {self.name}: {self.statutory_on}"

    @cached_property
    def length(self) -> Span:
        """How long the law or the place gave when it started."""
        return parse(self.span)

    @property
    def is_running(self) -> bool:
        """Whether it still runs."""
        return self.stopped_on is None and not self.is_void
