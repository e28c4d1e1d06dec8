"""People who can sign in, what lets them in once, the security log, the count of wrong guesses."""

from typing import Any, NoReturn

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from renda.accounts import phones

ERASED = "closed-"  # how the user names of erased people begin


class User(AbstractBaseUser):
    """Someone who can sign in. What they may do comes from posts and mandates, never from here."""

    username = models.CharField(_("user name"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=80)
    phone_sealed = models.BinaryField(null=True, editable=False)
    # Null, not "": most people have none, and it is unique.
    phone_hash = models.CharField(max_length=64, unique=True, null=True, editable=False)
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_demo = models.BooleanField(_("demonstration account"), default=False)

    objects = BaseUserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["username"]
        constraints = [
            models.CheckConstraint(
                name="phone_sealed_and_found",
                condition=models.Q(phone_sealed=None, phone_hash=None)
                | models.Q(phone_sealed__isnull=False, phone_hash__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def erased_name(self) -> str:
        """The user name of an account whose person was erased: nobody else can have it."""
        return f"{ERASED}{self.pk}"

    @property
    def is_erased(self) -> bool:
        """Whether the person was erased (PIPL 47): the account never opens again."""
        return not self.is_active and self.username == self.erased_name

    @property
    def phone(self) -> str:
        """The mobile number in clear, or "". Show the tail instead wherever that will do."""
        return phones.unseal(bytes(self.phone_sealed)) if self.phone_sealed else ""

    @phone.setter
    def phone(self, written: str | None) -> None:
        """Seal it; raises Refused when it is no mobile number."""
        number = phones.normalise(written) if written else ""
        self.phone_sealed = phones.seal(number) if number else None
        self.phone_hash = phones.fingerprint(number) if number else None

    @property
    def phone_tail(self) -> str:
        """The last four digits, or ""."""
        return self.phone[-4:]


class FormerName(models.Model):
    """A user name that somebody had before: nobody else is ever given it, for papers and people
    remember it as theirs."""

    username = models.CharField(max_length=60, unique=True)
    user = models.ForeignKey(User, models.CASCADE, related_name="former_names")

    def __str__(self) -> str:
        return self.username


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


class WrongPasswords(models.Model):
    """When guesses were judged lately and not found right, for one account or one address."""

    key = models.CharField(max_length=64, primary_key=True)
    moments = models.JSONField(default=list)
    last_at = models.FloatField(default=0, db_index=True)

    def __str__(self) -> str:
        return f"{self.key[:8]} {len(self.moments)}"
