"""What is asked for a whole file."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from renda.congress.models import Term


class SessionsSheetForm(forms.Form):
    """Which term is meant where a list of sessions names none."""

    term = forms.ModelChoiceField(
        Term.objects.none(),
        label=_("Term of rows that name none"),
        required=False,
        to_field_name="number",
        empty_label=_("every row names its term"),
    )

    def __init__(self, *args: Any, congress: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["term"].queryset = Term.objects.filter(congress=congress)  # type: ignore[attr-defined]
