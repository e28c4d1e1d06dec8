"""The end, the suspension or the confirmation is announced."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from renda.congress.models import Sitting
from renda.congress.roles import BodyKind
from renda.deputies.models import QualificationCase
from renda.kernel.lifecycle.forms import StepForm
from renda.kernel.moment import today


class AnnounceForm(StepForm):
    """The number of the announcement, and the meeting that made it."""

    announcement = forms.CharField(
        label=_("Number of the announcement"), max_length=60, required=False
    )
    sitting = forms.ModelChoiceField(
        label=_("Meeting of the standing committee"),
        queryset=Sitting.objects.none(),
        required=False,
        empty_label=_("none"),
    )

    def __init__(self, *args: Any, subject: QualificationCase, **kwargs: Any) -> None:
        super().__init__(*args, subject=subject, **kwargs)
        self.fields["sitting"].queryset = sittings_of(subject.congress_id)  # type: ignore[attr-defined]
        self.fields["on"].label = _("Announced on")
        self.fields["reason"].help_text = _("Needed for a day before today.")

    @property
    def own_fields(self) -> list[forms.BoundField]:
        """The day is asked with the rest: meeting and entry are seldom on one day."""
        return [self["announcement"], self["sitting"], self["on"], self["reason"]]

    @property
    def day_fields(self) -> list[forms.BoundField]:
        """Nothing is left."""
        return []

    def asked(self) -> dict[str, Any]:
        """What the body gets; the day goes to the engine."""
        said = self.cleaned_data
        return {"announcement": said["announcement"], "sitting": said["sitting"]}


class AnnounceManyForm(forms.Form):
    """One announcement for several cases: a meeting seldom decides only one."""

    announcement = forms.CharField(
        label=_("Number of the announcement"), max_length=60, required=False
    )
    on = forms.DateField(
        label=_("Announced on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=200,
        help_text=_("Needed for a day before today."),
    )

    def __init__(self, *args: Any, cases: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].widget.attrs["max"] = today().isoformat()
        self.fields["cases"] = forms.ModelMultipleChoiceField(
            label=_("Cases"), queryset=cases, widget=forms.CheckboxSelectMultiple
        )
        self.order_fields(["cases", "announcement", "on", "reason"])


def sittings_of(congress_id: int) -> Any:
    """The latest numbered meetings of the standing committee."""
    rows = Sitting.objects.filter(
        congress_id=congress_id, body__kind=BodyKind.STANDING_COMMITTEE
    ).select_related("body", "term")
    return rows.order_by("-opens_on")
