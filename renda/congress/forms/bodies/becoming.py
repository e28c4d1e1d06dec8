"""A body is renamed or ends on a day."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from renda.congress.forms.dated import DatedForm


class RenameForm(DatedForm):
    """更名: the new name, and its first day."""

    name = forms.CharField(label=_("New name"), max_length=80)
    short_name = forms.CharField(label=_("New short name"), max_length=40, required=False)
    field_order = ("name", "short_name", "on", "reason")


class EndForm(DatedForm):
    """The last day of a body."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Last day")
