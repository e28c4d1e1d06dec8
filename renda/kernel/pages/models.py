"""What a page keeps between two requests: answers already given, and text not yet sent."""

from django.db import models


class Answer(models.Model):
    """The answer to a form's one-time key: the same form sent twice gets the same answer.

    Written in the act's own transaction, so that of two equal requests one acts and the other
    waits for it and repeats its answer.
    """

    key = models.CharField(max_length=40, primary_key=True)
    user_id = models.PositiveBigIntegerField(null=True)
    path = models.CharField(max_length=300)
    goes_to = models.CharField(max_length=300, blank=True)
    said = models.JSONField(default=list)
    given_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["given_at"], name="answers_by_age")]


class Draft(models.Model):
    """What a person typed into a form and has not sent: one per person and form."""

    congress_id = models.PositiveBigIntegerField()
    user_id = models.PositiveBigIntegerField()
    form_key = models.CharField(max_length=120)
    content = models.JSONField(default=dict)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user_id", "congress_id", "form_key"], name="one_draft_per_form"
            )
        ]
