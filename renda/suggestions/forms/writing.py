"""Writing a suggestion: little is asked, and a draft may have gaps."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from renda.deputies.models import Mandate
from renda.deputies.queries import deputies_of
from renda.kernel.moment import today
from renda.kernel.papers.fields import ScanField
from renda.suggestions.forms.requests import RequestsField
from renda.suggestions.models import Category

PROBLEM_LONGEST = 5000


class WriteForm(forms.Form):
    """What the deputy writes. Nothing is required in a draft; the step `submit` looks at it."""

    title = forms.CharField(
        label=_("Title"),
        max_length=120,
        required=False,
        help_text=_("Such as “On repairing the street lamps of the old quarters”."),
    )
    problem = forms.CharField(
        label=_("Situation and problem"),
        max_length=PROBLEM_LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Where, since when, whom it concerns, what was tried."),
    )
    requests = RequestsField(
        label=_("Requests"),
        required=False,
        help_text=_("One a box; the organ answers each. Say who should do what."),
    )
    category = forms.ChoiceField(
        label=_("Category"), choices=[("", _("not chosen")), *Category.choices], required=False
    )
    is_open = forms.BooleanField(
        label=_("The text and the reply may be published"), required=False, initial=True
    )


class RegisterForm(WriteForm):
    """代录: what the clerk enters from a paper that the deputy has signed."""

    sponsor = forms.ModelChoiceField(
        label=_("Deputy"), queryset=Mandate.objects.none(), empty_label=_("Please choose")
    )
    signed_on = forms.DateField(
        label=_("Day on the paper"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    scan = ScanField(label=_("Scan of the signed paper"))

    field_order = ("sponsor", "signed_on", "scan", "title", "problem", "requests")

    def __init__(self, *args: Any, congress_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sponsor"].queryset = deputies_of(congress_id)  # type: ignore[attr-defined]
        self.fields["signed_on"].widget.attrs["max"] = today().isoformat()
        for name in ("title", "problem", "requests"):
            self.fields[name].required = True
