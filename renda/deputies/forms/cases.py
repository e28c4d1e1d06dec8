"""What the office reports of a mandate, and what each step of a qualification case asks."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from renda.congress.models import Sitting
from renda.congress.roles import BodyKind
from renda.deputies.actions.cases import GROUNDS
from renda.deputies.models import Mandate, QualificationCase
from renda.deputies.naming import told_apart
from renda.deputies.roles import ENDING, SUSPENDING, CaseKind, Ground
from renda.kernel.lifecycle.forms import StepForm
from renda.kernel.moment import today

_LAWS = {CaseKind.END: "代表法62", CaseKind.SUSPEND: "代表法61"}


class ReportForm(forms.Form):
    """Which deputy, what is to happen, on which ground, since when."""

    mandate = forms.ModelChoiceField(
        label=_("Deputy"), queryset=Mandate.objects.none(), empty_label=_("Please choose")
    )
    kind = forms.ChoiceField(
        label=_("What is to happen"), choices=[("", _("Please choose")), *CaseKind.choices]
    )
    ground = forms.ChoiceField(label=_("Ground"), required=False)
    happened_on = forms.DateField(
        label=_("When it happened"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Of the move, of the accepted resignation, of the death."),
    )
    note = forms.CharField(
        label=_("Facts"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For the committee only. The public hears the announcement."),
    )
    on = forms.DateField(
        label=_("Reported on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Today if left empty. An earlier day needs a reason."),
    )
    reason = forms.CharField(label=_("Reason"), required=False, max_length=200)

    def __init__(self, *args: Any, congress_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        deputies: Any = self.fields["mandate"]
        stands = Q(until_on=None) | Q(until_on__gte=today())
        rows = Mandate.objects.filter(stands, congress_id=congress_id)
        deputies.queryset = rows.select_related("person", "unit").order_by("order", "pk")
        deputies.label_from_instance = told_apart
        for name in ("happened_on", "on"):
            self.fields[name].widget.attrs["max"] = today().isoformat()
        labels = dict(Ground.choices)
        self.fields["ground"].choices = [  # type: ignore[attr-defined]
            ("", _("none")),
            (_LAWS[CaseKind.END], [(g, labels[g]) for g in ENDING]),
            (_LAWS[CaseKind.SUSPEND], [(g, labels[g]) for g in SUSPENDING]),
        ]

    def clean(self) -> dict[str, Any]:
        """An end and a suspension stand on a ground of the law; the others on none."""
        said: dict[str, Any] = super().clean() or {}
        allowed = GROUNDS.get(said.get("kind", ""), ())
        ground = said.get("ground", "")
        if allowed and ground not in allowed:
            self.add_error("ground", _now("Choose the ground that the law names for it."))
        if not allowed and ground:
            self.add_error("ground", _now("This needs no ground."))
        if ground == Ground.DIED and not said.get("happened_on"):
            self.add_error("happened_on", _now("Enter the day of the death."))
        return said


class ExamineForm(StepForm):
    """The committee's finding; when the office registers it, the signed report comes with it."""

    report = forms.CharField(
        label=_("What the committee found"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


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


ASKS: dict[str, type[StepForm]] = {
    "examine": ExamineForm,
    "announce": AnnounceForm,
    "drop": DropForm,
}


def sittings_of(congress_id: int) -> Any:
    """The latest numbered meetings of the standing committee."""
    rows = Sitting.objects.filter(
        congress_id=congress_id, body__kind=BodyKind.STANDING_COMMITTEE
    ).select_related("body", "term")
    return rows.order_by("-opens_on")
