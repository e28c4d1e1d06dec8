"""What every step asks besides its own questions: the day it happened, and the signed paper."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from renda.kernel.moment import today
from renda.kernel.papers.fields import ScanField


class StepForm(forms.Form):
    """The base of the forms of steps. `asked()` is what the step's body gets; `body_template` draws
    the step's own questions."""

    body_template = "lifecycle/_own_fields.html"

    on = forms.DateField(
        label=_("Day it happened"),
        required=False,
        help_text=_("Today if left empty. An earlier day needs a reason."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    reason = forms.CharField(
        label=_("Reason"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, subject: Any, for_another: bool = False, **kwargs: Any) -> None:
        self.subject, self.for_another = subject, for_another
        super().__init__(*args, **kwargs)
        self.fields["on"].widget.attrs["max"] = today().isoformat()
        if for_another:
            self.fields["on"].required = True
            self.fields["on"].help_text = _("The day on the signed paper.")
            self.fields["scan"] = ScanField(label=_("Scan of the signed paper"))
            self.fields["signed_name"] = forms.CharField(
                label=_("Signed by"),
                max_length=60,
                help_text=_("The name on the paper: who really acted."),
            )

    @property
    def own_fields(self) -> list[forms.BoundField]:
        """The step's own questions, for the template."""
        common = ("on", "reason", "scan", "signed_name")
        return [field for field in self if field.name not in common]

    @property
    def paper_fields(self) -> list[forms.BoundField]:
        """What is asked when a clerk registers a paper."""
        return [self["scan"], self["signed_name"], self["on"]] if self.for_another else []

    @property
    def day_fields(self) -> list[forms.BoundField]:
        """Day and reason, which most people leave alone."""
        return [self["reason"]] if self.for_another else [self["on"], self["reason"]]

    def asked(self) -> dict[str, Any]:
        """What the body of the step gets; a form with questions of its own overrides it."""
        own = {field.name for field in self.own_fields}
        return {name: value for name, value in self.cleaned_data.items() if name in own}


class ReasonForm(StepForm):
    """A step whose one question is why: those who were told must be told that too."""

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
