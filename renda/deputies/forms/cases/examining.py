"""A case is examined, or dropped."""

from django import forms
from django.utils.translation import gettext_lazy as _

from renda.kernel.lifecycle.forms import StepForm


class ExamineForm(StepForm):
    """The committee's finding; when the office registers it, the signed report comes with it."""

    report = forms.CharField(
        label=_("What the committee found"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
