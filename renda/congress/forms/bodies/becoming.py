"""A body is renamed or ends on a day."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from renda.kernel.moment import today


class DatedForm(forms.Form):
    """A day, and why."""

    on = forms.DateField(
        label=_("From"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=200,
        help_text=_("Such as the number of the document that says so"),
    )

    field_order = ("name", "short_name", "on", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today()
        self.fields["on"].widget.attrs["max"] = today().isoformat()


class RenameForm(DatedForm):
    """更名: the new name, and its first day."""

    name = forms.CharField(label=_("New name"), max_length=80)
    short_name = forms.CharField(label=_("New short name"), max_length=40, required=False)


class EndForm(DatedForm):
    """The last day of a body."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Last day")
