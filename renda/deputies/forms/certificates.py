"""代表证: one certificate, and numbers for all who have none."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.deputies.actions.certificates import LONGEST, Pattern
from renda.deputies.models import Certificate
from renda.deputies.naming import told_apart
from renda.deputies.queries import deputies_of, valid_certificates
from renda.kernel.moment import today
from renda.kernel.registers.forms import RowForm


class CertificateForm(RowForm):
    """Its number, and when it was issued, lost and returned."""

    class Meta:
        model = Certificate
        fields = ("mandate", "number", "issued_on", "lost_on", "returned_on")

    def narrow(self) -> None:
        """It belongs to a deputy in office; one that is kept already stays with its deputy."""
        if self.instance.pk:
            del self.fields["mandate"]
        else:
            choices = deputies_of(self.congress.pk).select_related("person", "unit")
            self.fields["mandate"].queryset = choices  # type: ignore[attr-defined]
            self.fields["mandate"].label_from_instance = told_apart  # type: ignore[attr-defined]
            self.fields["issued_on"].initial = today()
            del self.fields["lost_on"], self.fields["returned_on"]

    def clean(self) -> dict[str, Any]:
        """One valid certificate a deputy; nothing happens before it was issued."""
        said: dict[str, Any] = super().clean() or {}
        issued, mandate = said.get("issued_on"), said.get("mandate")
        for name in ("lost_on", "returned_on"):
            if issued and said.get(name) and said[name] < issued:
                self.add_error(name, _("This is before it was issued."))
        if mandate and valid_certificates().filter(mandate=mandate).exists():
            self.add_error(
                "mandate",
                _("This deputy has a valid one. Enter first that it is lost or returned."),
            )
        taken = Certificate.objects.filter(congress=self.congress, number=said.get("number", ""))
        if taken.exclude(pk=self.instance.pk).exists():
            self.add_error("number", _("Another certificate has this number."))
        return said

    def validate_constraints(self) -> None:
        """The register itself keeps them, in words (`keeping.enter`)."""


class IssueForm(forms.Form):
    """How the numbers are made, and the day of issue."""

    before = forms.CharField(label=gettext_lazy("Before the number"), max_length=20, required=False)
    first = forms.IntegerField(
        label=gettext_lazy("First number"), min_value=1, max_value=999_999, initial=1
    )
    digits = forms.IntegerField(label=gettext_lazy("Digits"), min_value=1, max_value=6, initial=3)
    after = forms.CharField(label=gettext_lazy("After the number"), max_length=10, required=False)
    issued_on = forms.DateField(
        label=gettext_lazy("Issued on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    @property
    def pattern(self) -> Pattern:
        """What was asked for."""
        said = self.cleaned_data
        return Pattern(said["before"], said["digits"], said["first"], said["after"])

    def clean(self) -> dict[str, Any]:
        """A number fits its column."""
        said: dict[str, Any] = super().clean() or {}
        if len(f"{said.get('before', '')}{said.get('after', '')}") + 6 > LONGEST:
            self.add_error("before", _("These numbers are too long."))
        return said
