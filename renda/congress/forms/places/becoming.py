"""What becomes of a place: another name, another place above it, its end."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from renda.congress.codes import is_code
from renda.congress.forms.dated import DatedForm
from renda.congress.forms.places.fields import PlaceField
from renda.congress.forms.places.region import NO_CODE
from renda.congress.models import Region


class BecomesForm(DatedForm):
    """What every one of the three asks: the day and the reason."""

    def __init__(self, *args: Any, region: Region, rows: QuerySet[Region], **kwargs: Any) -> None:
        self.region = region
        super().__init__(*args, **kwargs)
        self.narrow(rows)

    def narrow(self, rows: QuerySet[Region]) -> None:
        """Fill in what stands in the register now."""


class RenameForm(BecomesForm):
    """更名."""

    name = forms.CharField(label=_("New name"), max_length=60)
    field_order = ("name", "on", "reason")

    def narrow(self, rows: QuerySet[Region]) -> None:
        """Start from the present name."""
        self.fields["name"].initial = self.region.name


class MoveForm(BecomesForm):
    """划转, or a new code."""

    parent = PlaceField(label=_("New superior"), help_text=_("Its code."))
    code = forms.CharField(label=_("New code"), max_length=12)
    is_followed = forms.BooleanField(
        label=_("The codes of the places below it change with it"), required=False, initial=True
    )
    field_order = ("parent", "code", "is_followed", "on", "reason")

    def narrow(self, rows: QuerySet[Region]) -> None:
        """Start from the present superior and code."""
        self.fields["parent"].among(rows)  # type: ignore[attr-defined]
        self.fields["parent"].initial = self.region.parent_id
        self.fields["code"].initial = self.region.code

    def clean_code(self) -> str:
        """A code that is one, and that nobody else has."""
        code = str(self.cleaned_data["code"]).strip()
        if not is_code(code):
            raise forms.ValidationError(str(NO_CODE))
        if Region.objects.filter(code=code, until_on=None).exclude(pk=self.region.pk).exists():
            raise forms.ValidationError(gettext("Another place has this code."))
        return code


class EndForm(BecomesForm):
    """撤销."""

    def narrow(self, rows: QuerySet[Region]) -> None:
        """The day is its last."""
        self.fields["on"].label = gettext("Its last day")


ASKS: dict[str, type[BecomesForm]] = {"rename": RenameForm, "move": MoveForm, "end": EndForm}
