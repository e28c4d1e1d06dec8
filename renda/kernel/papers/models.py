"""A paper: what was handed in, by whom, and the hash of the very bytes that are kept."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a paper is for."""

    SCAN = "scan", _("Scan")
    PHOTO = "photo", _("Photograph")


class Paper(models.Model):
    """One file, named as the person named it and stored by its hash (`storing.place`).

    Without a subject it is only kept; `subject_type` is the model's `label_lower`. A confidential
    paper is not for everyone who reads its subject. A void paper belonged to a step that was taken
    back: it leaves every list, its row and file stay.
    """

    congress_id = models.PositiveBigIntegerField(db_index=True)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.SCAN)
    subject_type = models.CharField(max_length=60, blank=True)
    subject_id = models.PositiveBigIntegerField(null=True)
    name = models.CharField(max_length=100)
    media_type = models.CharField(max_length=60)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    is_download_only = models.BooleanField(default=False)
    uploaded_by_id = models.PositiveBigIntegerField(null=True)
    uploaded_at = models.DateTimeField()
    is_confidential = models.BooleanField(default=False)
    is_void = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["subject_type", "subject_id"], name="papers_of_subject"),
            models.Index(fields=["congress_id", "sha256"], name="papers_by_hash"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(subject_type="", subject_id=None)
                | (~models.Q(subject_type="") & models.Q(subject_id__isnull=False)),
                name="paper_has_a_whole_subject_or_none",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def belongs_to(self, subject: Any) -> bool:
        """Whether this is the paper of that row."""
        mine = (self.subject_type, self.subject_id)
        return mine == (subject._meta.label_lower, subject.pk)
