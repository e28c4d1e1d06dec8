"""What becomes of a body or a place: on which day, and why."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from renda.kernel.moment import today


class DatedForm(forms.Form):
    """A day that has come, and the reason."""

    on = forms.DateField(
        label=_("From"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=200,
        help_text=_("Such as the number of the document that says so"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today()
        self.fields["on"].widget.attrs["max"] = today().isoformat()
