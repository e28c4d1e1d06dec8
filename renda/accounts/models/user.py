"""An account, and the names it had."""

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
