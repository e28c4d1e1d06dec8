"""Invitations and one-time codes."""

from django.db import models

from renda.accounts.models.user import User


class Admission(models.Model):
    """What lets one person in once, to choose a password: handed over on paper by the office.

    Only fingerprints are kept of what stands on the paper. It is over when it was used, when a
    newer one took its place (`voided_at`), or when its time is up.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    code_hash = models.CharField(max_length=64, editable=False)
    made_by_id = models.PositiveBigIntegerField(null=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    voided_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        ordering = ["-made_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                name="one_open_%(class)s",
                condition=models.Q(used_at=None, voided_at=None),
            )
        ]


class Invitation(Admission):
    """开通账号: the first way in for somebody whose account an administrator made."""

    token_hash = models.CharField(max_length=64, unique=True, editable=False)

    class Meta(Admission.Meta):
        pass


class OneTimeCode(Admission):
    """一次性登录码: a new password for somebody who forgot theirs, without a text message."""

    class Meta(Admission.Meta):
        pass
