"""Fields of deputies' registers: a birth known to the year, month or day; a mobile number."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.accounts import phones
from renda.kernel.moment import today
from renda.kernel.permits.refusal import Refused

_SPELLINGS = (
    re.compile(r"(\d{4})(?:年|$)"),
    re.compile(r"(\d{4})(?:\s*[-./年]\s*)(\d{1,2})月?"),
    re.compile(r"(\d{4})(?:\s*[-./年]\s*)(\d{1,2})(?:\s*[-./月]\s*)(\d{1,2})日?"),
    re.compile(r"(\d{4})(\d{2})"),
    re.compile(r"(\d{4})(\d{2})(\d{2})"),
)


def read_born(written: str) -> str:
    """ISO text as far as it is known, from 1987年5月, 1987.5, 198705 or 1987-05-21.

    Raises ValueError for what is no day of a living person's birth.
    """
    text = written.strip()
    found = next((m for p in _SPELLINGS if (m := p.fullmatch(text))), None)
    if found is None:
        raise ValueError(written)
    parts = [int(part) for part in found.groups()]
    first = date(*[*parts, 1, 1][:3])  # ValueError for the thirteenth month
    if not first.year >= 1900 or first > today():
        raise ValueError(written)
    return "-".join(f"{part:02d}" for part in parts)


class BornField(forms.CharField):
    """When somebody was born."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", gettext_lazy("Year and month, such as 1987-05."))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> str:
        """ISO text, or ""."""
        text: str = super().clean(value)
        try:
            return read_born(text) if text else ""
        except ValueError as fault:
            raise ValidationError(_("Write year and month, such as 1987-05.")) from fault


class MobileField(forms.CharField):
    """A mobile number; what is kept already is never shown, only its end."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", gettext_lazy("Mobile number"))
        super().__init__(max_length=30, required=False, **kwargs)
        self.widget.attrs |= {"inputmode": "tel", "autocomplete": "off"}

    def clean(self, value: Any) -> str:
        """Eleven digits, or ""."""
        text: str = super().clean(value)
        try:
            return phones.normalise(text) if text else ""
        except Refused as refused:
            raise ValidationError(str(refused)) from refused
