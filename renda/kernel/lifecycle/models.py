"""What the engine keeps: living rows, the steps taken on them, what a step wrote, corrections."""

from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _


class Living(models.Model):
    """A row with a lifecycle. `version` grows with each step, so that a page can be stale."""

    version = models.PositiveIntegerField(_("version"), default=0, editable=False)

    state: Any
    congress_id: int

    class Meta:
        abstract = True


class Taken(models.Model):
    """One step taken: enough to take it back within minutes, until somebody acts upon it.

    `was` holds the subject's changed fields as they were; `within` is the step that took this one
    along. Nothing is deleted when a step is taken back: it is marked, and an event says so.
    """

    congress_id = models.PositiveBigIntegerField()
    action = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=60)
    subject_id = models.PositiveBigIntegerField()
    version = models.PositiveIntegerField(default=0)
    whole_version = models.PositiveIntegerField(default=0)
    actor_id = models.PositiveBigIntegerField(null=True)
    at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    event_id = models.PositiveBigIntegerField(null=True)
    within = models.ForeignKey("self", models.CASCADE, null=True, related_name="along")
    was = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    is_taken_back = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "-id"], name="taken_on_subject")
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.subject_type}/{self.subject_id}"


class Standing(models.Manager[Any]):
    """Leaves out what was taken back."""

    def get_queryset(self) -> Any:
        """Entries whose step was not taken back."""
        return super().get_queryset().filter(is_void=False)


class Entry(models.Model):
    """Something a step wrote beside its subject: a contact, a reply, an evaluation."""

    taken = models.ForeignKey(Taken, models.PROTECT, related_name="+")
    is_void = models.BooleanField(default=False, editable=False)

    objects = Standing()
    ever = models.Manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"


class Correction(Entry):
    """更正: a wrong text set right after the fact; the old and the new wording both stay."""

    subject_type = models.CharField(max_length=60)
    subject_id = models.PositiveBigIntegerField()
    field = models.CharField(max_length=40)
    before = models.JSONField()
    after = models.JSONField()
    reason = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="corrections_of")]

    def __str__(self) -> str:
        return f"{self.subject_type}/{self.subject_id} {self.field}"


class Reminded(models.Model):
    """A reminder given for a clock: each kind once, however often the night's job runs."""

    deadline = models.ForeignKey("clock.Deadline", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10)
    given_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["deadline", "kind"], name="one_reminder")]


class RegisterChange(Entry):
    """A row of a register that a step entered, changed or withdrew, with the event in which that
    stands, in the trail of whichever congress: undone with the step."""

    row_type = models.CharField(max_length=60)
    row_id = models.PositiveBigIntegerField()
    congress_id = models.PositiveBigIntegerField()
    event_seq = models.PositiveBigIntegerField()

    class Meta(Entry.Meta):
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.row_type}/{self.row_id} {self.event_seq}"
