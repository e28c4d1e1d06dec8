"""A mobile number in a row of a register: sealed, found by its fingerprint."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from renda.accounts import phones
from renda.kernel.permits.refusal import Refused


class Mobile(models.Model):
    """A mobile number kept sealed and found by its fingerprint; most rows have none."""

    mobile_sealed = models.BinaryField(_("mobile number"), null=True, blank=True, editable=False)
    mobile_hash = models.CharField(max_length=64, blank=True, editable=False, db_index=True)

    SEALED: ClassVar[tuple[str, ...]] = ("mobile_sealed", "mobile_hash")

    class Meta:
        abstract = True

    @property
    def mobile(self) -> str:
        """The number in clear, or "". Show the tail instead wherever that will do."""
        return phones.unseal(bytes(self.mobile_sealed)) if self.mobile_sealed else ""

    @mobile.setter
    def mobile(self, written: str | None) -> None:
        """Seal it; raises Refused when it is no mobile number."""
        number = phones.normalise(written) if written else ""
        self.mobile_sealed = phones.seal(number) if number else None
        self.mobile_hash = phones.fingerprint(number) if number else ""

    @property
    def mobile_tail(self) -> str:
        """The last four digits, or ""; in words when the key of the house is another one now."""
        try:
            return self.mobile[-4:]
        except Refused:
            return _now("cannot be read")
