"""The outbox, written with the step, the notices that the worker makes of it, and what is sent."""

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


class Choice(models.Model):
    """How one person wants to be told outside, in one congress. Without a row: not at all; the
    inbox has everything. `address` is for mail; numbers come from the account."""

    user_id = models.PositiveBigIntegerField()
    congress_id = models.PositiveBigIntegerField()
    channel = models.CharField(max_length=10)
    is_on = models.BooleanField(default=False)
    is_digest = models.BooleanField(default=False)
    address = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user_id", "congress_id", "channel"], name="one_choice_per_channel"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.channel}"


class Delivery(Addressed):
    """A notice on its way out by one channel: when it may leave, when it was tried, what became of
    it. A worker claims it before it sends, so that a slow gateway holds no lock."""

    channel = models.CharField(max_length=10)
    address = models.CharField(max_length=120, blank=True)
    due_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["event_id", "reader_kind", "reader_id", "channel"],
                name="one_delivery_each",
            )
        ]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=models.Q(sent_at=None, failed_at=None),
                name="deliveries_due",
            )
        ]
