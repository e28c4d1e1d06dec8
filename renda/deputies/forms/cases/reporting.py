"""A case is reported."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from renda.deputies.actions.cases import GROUNDS
from renda.deputies.models import Mandate
from renda.deputies.naming import told_apart
from renda.deputies.roles import ENDING, SUSPENDING, CaseKind, Ground
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
