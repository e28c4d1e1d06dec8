"""A mobile number in the form of a register: typed once, kept sealed, never shown again in full."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from renda.accounts import phones
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.forms import RowForm


class MobileForm(RowForm):
    """The form of a row with a sealed number. Left empty, the number stays as it is."""

    mobile = forms.CharField(
        label=_("Mobile number"),
        required=False,
        max_length=30,
        help_text=_("It is kept encrypted; pages show its last four digits."),
    )
    is_forgotten = forms.BooleanField(label=_("Remove the mobile number"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.mobile_hash:
            said = _now("There is one that ends in %(tail)s. Leave this empty to keep it.")
            self.fields["mobile"].help_text = said % {"tail": self.instance.mobile_tail}
        else:
            del self.fields["is_forgotten"]

    def clean_mobile(self) -> str:
        """Eleven digits, however they were written."""
        typed: str = self.cleaned_data["mobile"]
        try:
            return phones.normalise(typed) if typed else ""
        except Refused as refused:
            raise ValidationError(str(refused)) from refused

    @property
    def values(self) -> dict[str, Any]:
        """With the number sealed anew, if it is another one."""
        said = super().values
        number = self.cleaned_data.get("mobile", "")
        if number and phones.fingerprint(number) != self.instance.mobile_hash:
            sealed, found_by = phones.seal(number), phones.fingerprint(number)
            said |= {"mobile_sealed": sealed, "mobile_hash": found_by}
        elif self.cleaned_data.get("is_forgotten"):
            said |= {"mobile_sealed": None, "mobile_hash": ""}
        return said
