"""Groups, their exceptions, delegations and consultative meetings, as their registers ask."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.congress.models import Body, Region
from renda.congress.roles import RegionKind
from renda.deputies.forms.slates import day_field
from renda.deputies.models import Group, GroupException, Mandate
from renda.kernel.moment import today
from renda.kernel.registers.forms import RowForm

AREAS = [kind for kind in RegionKind if kind not in (RegionKind.PROVINCE, RegionKind.VILLAGE)]


class BodyForm(RowForm):
    """What a delegation has of its own."""

    class Meta:
        model = Body
        fields = ("name", "short_name", "order", "from_on", "until_on")

    def clean(self) -> dict[str, Any]:
        """It ends after it begins."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("until_on") and said.get("from_on") and said["until_on"] < said["from_on"]:
            self.add_error("until_on", _("It cannot end before it begins."))
        return said


class ConsultativeForm(BodyForm):
    """街道议政会, 选民代表议事会, 开发区代表联席会议: what it is for."""

    class Meta:
        model = Body
        fields = ("name", "short_name", "duties", "order", "from_on", "until_on")


class GroupForm(RowForm):
    """A deputies' group: its name and place are its body's, kind, field and plan its own."""

    name = forms.CharField(label=gettext_lazy("name"), max_length=80)
    order = forms.IntegerField(label=gettext_lazy("official order"), min_value=0, required=False)
    region = forms.ModelChoiceField(
        Region.objects.none(), label=gettext_lazy("place in the tree"), required=False
    )

    class Meta:
        model = Group
        fields = ("kind", "field", "plan")

    field_order = ("name", "kind", "field", "region", "plan", "order")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        row = kwargs.get("instance")
        if row is not None:
            body = row.body
            known = {"name": body.name, "order": body.order, "region": body.region_id}
            kwargs["initial"] = {**known, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)

    def narrow(self) -> None:
        """Only the places below this congress's own, without villages; and which body was seen."""
        if self.instance.pk:
            self.fields["body_seen"] = forms.IntegerField(
                widget=forms.HiddenInput, initial=self.instance.body.version, required=False
            )
        here = self.congress.region
        if here is None:
            del self.fields["region"]
            return
        below = Region.objects.filter(path__startswith=here.path, kind__in=AREAS, until_on=None)
        self.fields["region"].queryset = below  # type: ignore[attr-defined]

    @property
    def values(self) -> dict[str, Any]:
        """What was typed: of the group and of its body."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "why"}
        said["order"] = said.get("order") or 0
        return said


class GroupEndForm(forms.Form):
    """The last day of a group, and why it ends."""

    until_on = day_field(gettext_lazy("Last day"), gettext_lazy("Who is in it leaves that day."))
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=120)


class ExceptionForm(RowForm):
    """A deputy who need not be in a field group, and why."""

    class Meta:
        model = GroupException
        fields = ("mandate", "reason", "from_on", "until_on")

    def narrow(self) -> None:
        """Only deputies in office."""
        rows = Mandate.objects.deputies_on(today()).filter(congress=self.congress)
        self.fields["mandate"].queryset = rows.select_related("person")  # type: ignore[attr-defined]
        self.fields["from_on"].initial = today

    def clean(self) -> dict[str, Any]:
        """It ends after it begins."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("until_on") and said.get("from_on") and said["until_on"] < said["from_on"]:
            self.add_error("until_on", _("It cannot end before it begins."))
        return said
