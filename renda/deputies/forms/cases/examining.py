"""A case is examined, or dropped."""

from typing import Any

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


class DropForm(StepForm):
    """Why it comes to nothing: those who were told must be told that too."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = True

    @property
    def own_fields(self) -> list[forms.BoundField]:
        """The reason is the question."""
        return [self["reason"]]

    @property
    def day_fields(self) -> list[forms.BoundField]:
        """Only the day is left."""
        return [self["on"]]

    def asked(self) -> dict[str, Any]:
        """The reason goes with the event, not to the body."""
        return {}
