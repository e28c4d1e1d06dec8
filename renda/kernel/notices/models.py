"""The outbox, written with the step, and the notices that the worker makes of it."""

from django.db import models


class Addressed(models.Model):
    """An event and one reader. `sentence` is an English message id with %(item)s in it, so that
    each reader sees it in their own language; no words of the item are kept here."""

    congress_id = models.PositiveBigIntegerField()
    event_id = models.PositiveBigIntegerField()
    action = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=60)
    subject_id = models.PositiveBigIntegerField()
    sentence = models.CharField(max_length=200)
    reader_kind = models.CharField(max_length=20)
    reader_id = models.PositiveBigIntegerField()
    reader_name = models.CharField(max_length=120, blank=True)
    user_id = models.PositiveBigIntegerField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        abstract = True


class Outbox(Addressed):
    """A notice that waits for the worker; the row goes when it is delivered."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["event_id", "reader_kind", "reader_id"], name="one_waiting_each"
            )
        ]


class Notice(Addressed):
    """A notice delivered: in the inbox of an account, or on the office's printed list."""

    read_at = models.DateTimeField(null=True)
    printed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["event_id", "reader_kind", "reader_id"], name="one_notice_each"
            )
        ]
        indexes = [
            models.Index(fields=["user_id", "congress_id", "read_at"], name="notices_of_user"),
            models.Index(
                fields=["congress_id", "id"],
                condition=models.Q(user_id__isnull=True, printed_at__isnull=True),
                name="notices_to_print",
            ),
        ]
