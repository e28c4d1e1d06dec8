"""The security log."""

from typing import Any, NoReturn

from django.db import models
from django.utils.translation import gettext_lazy as _


class SecurityEntryQuerySet(models.QuerySet["SecurityEntry"]):
    """Entries are added and read; only `security.purge` removes the old ones."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refused: an entry is never changed."""
        raise TypeError("An entry of the security log is never changed.")

    def delete(self) -> NoReturn:
        """Refused: use `security.purge`."""
        raise TypeError("Entries of the security log leave by security.purge only.")


class SecurityEntry(models.Model):
    """What happened at the door: kept apart from the trail, at least six months (网络安全法23).

    `who_hash` stands for a name nobody has: people type passwords into the wrong field.
    """

    class Kind(models.TextChoices):
        """What happened."""

        SIGN_IN = "sign_in", _("signed in")
        SIGN_IN_FAILED = "sign_in_failed", _("wrong password")
        LOCKED_OUT = "locked_out", _("closed after wrong passwords or codes")
        SIGN_OUT = "sign_out", _("signed out")
        IDLE_SIGN_OUT = "idle_sign_out", _("signed out after a pause")
        PASSWORD_CHANGED = "password_changed", _("password changed")
        INVITATION_ACCEPTED = "invitation_accepted", _("came in by invitation")
        CODE_USED = "code_used", _("used a one-time code of the office")
        CODE_FAILED = "code_failed", _("wrong code of the office")
        FACTOR_FAILED = "factor_failed", _("wrong second factor")
        FACTOR_PROVEN = "factor_proven", _("showed the second factor")
        FACTOR_ADDED = "factor_added", _("second factor added")
        FACTOR_REMOVED = "factor_removed", _("second factor removed")
        SPARE_CODES = "spare_codes", _("new recovery codes made")
        REFUSED = "refused", _("page refused")
        LOOK = "look", _("looked at personal data")
        EXPORT = "export", _("exported")

    at = models.DateTimeField(_("at"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    user_id = models.PositiveBigIntegerField(null=True)
    who_hash = models.CharField(max_length=64, blank=True)
    ip = models.GenericIPAddressField(_("address"), null=True)
    agent = models.CharField(_("browser"), max_length=200, blank=True)
    path = models.CharField(max_length=300, blank=True)
    detail = models.CharField(max_length=200, blank=True)

    objects = SecurityEntryQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["at"], name="security_by_age"),
            models.Index(fields=["user_id", "at"], name="security_of_user"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.get_kind_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Once, when it happens."""
        if self.pk is not None:
            raise TypeError("An entry of the security log is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused: use `security.purge`."""
        raise TypeError("Entries of the security log leave by security.purge only.")
