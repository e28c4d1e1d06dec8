"""Runs of the exchange: which file, what was taken for what, what it made of which row."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from renda.kernel.trail.models import salted


class ImportRun(models.Model):
    """A file that was brought, and what became of it. Until it is taken in it is only looked at.

    `mapping` is None while the headers speak for themselves, else {place: column}; `asked` is what
    was typed for the whole file; `answers` are the doubts that a person decided, each with its
    question. `taken_seq` and `undone_seq` are the events in the congress's trail.
    """

    congress_id = models.PositiveBigIntegerField()
    table = models.CharField(_("table"), max_length=40)
    file_name = models.CharField(_("file"), max_length=100)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    sheet = models.CharField(max_length=200, blank=True)
    header_row = models.PositiveIntegerField(null=True)
    header_lines = models.PositiveSmallIntegerField(default=1)
    mapping = models.JSONField(null=True)
    asked = models.JSONField(default=dict)
    answers = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=0)
    uploaded_by_id = models.PositiveBigIntegerField(null=True)
    uploaded_at = models.DateTimeField()
    taken_by_id = models.PositiveBigIntegerField(null=True)
    taken_at = models.DateTimeField(null=True)
    taken_seq = models.PositiveBigIntegerField(null=True)
    undone_by_id = models.PositiveBigIntegerField(null=True)
    undone_at = models.DateTimeField(null=True)
    undone_seq = models.PositiveBigIntegerField(null=True)

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        indexes = [
            models.Index(fields=["congress_id", "table", "sha256"], name="runs_of_file"),
            models.Index(fields=["congress_id", "-uploaded_at"], name="runs_by_age"),
        ]

    def __str__(self) -> str:
        return self.file_name

    @property
    def decided(self) -> dict[str, str]:
        """The answers, as a table's plan asks for them."""
        return {key: answer["value"] for key, answer in self.answers.items()}


class ImportedRow(models.Model):
    """What one row of a file made of one entry: {"set": …} of a new one, {"changed": …} of another,
    and what the entry was called then.

    `said` can be erased (PIPL 47): the event of the run holds a hash over the salted digests, which
    stay. `sealed` keeps what no event may name, before and after, encrypted as it is in the row, so
    that it can be put back.
    """

    run = models.ForeignKey(ImportRun, models.PROTECT, related_name="rows")
    row = models.PositiveIntegerField()
    subject_type = models.CharField(max_length=60)
    subject_id = models.PositiveBigIntegerField()
    outcome = models.CharField(max_length=10)
    said = models.JSONField(default=dict)
    sealed = models.JSONField(default=dict)
    salt = models.CharField(max_length=32)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="imported_of_subject")]

    def is_whole(self) -> bool:
        """Whether the words are those that were recorded, or were erased."""
        return not self.said or salted(self.salt, self.said) == self.digest


class KeptMapping(models.Model):
    """How an office maps the columns of one kind of file: chosen once, proposed ever after."""

    congress_id = models.PositiveBigIntegerField()
    table = models.CharField(max_length=40)
    fingerprint = models.CharField(max_length=64)
    mapping = models.JSONField(default=dict)
    kept_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["congress_id", "table", "fingerprint"], name="one_mapping_per_header"
            )
        ]


class Gate(models.Model):
    """One take-in of a table at a time, in whatever congress: its row is the lock. Regions and
    people belong to the deployment, and some of them have no key that would refuse a twin."""

    table = models.CharField(max_length=40, primary_key=True)
