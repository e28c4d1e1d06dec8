"""Choosing a place by its code, entering one, and what becomes of it."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.db.models.functions import Length
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from renda.congress.codes import is_code, is_without_congress, kind_of, superiors_of
from renda.congress.models import Congress, Region
from renda.congress.permits import administrator
from renda.congress.queries import regions_of
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.registers.forms import RowForm

OFFERED = 300
NO_CODE = _("A code has 2, 4, 6, 9 or 12 digits.")


def seen_by(actor: Actor, congress: Congress) -> QuerySet[Region]:
    """The places this person may see: those of the congress; all of them for the administrator of
    the one on top."""
    if congress.parent_id is None and administrator(actor):
        return Region.objects.all()
    return regions_of(congress)


class PlaceInput(forms.TextInput):
    """A code, with the highest places offered to choose from: 45,000 fit into no list."""

    template_name = "congress/widgets/place.html"
    offered: Any = ()

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """With what is offered."""
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["list"] = f"{context['widget']['attrs'].get('id', name)}_places"
        context["widget"]["offered"] = self.offered
        return context


class PlaceField(forms.ModelChoiceField):
    """A place named by its code. 城关镇 occurs 88 times in the country: a name finds nothing."""

    widget = PlaceInput
    default_error_messages = {
        "invalid_choice": _("There is no place with the code %(value)s here.")
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Region.objects.none(), to_field_name="code", **kwargs)

    def among(self, rows: QuerySet[Region]) -> None:
        """Let these places be chosen; the ended ones cannot be."""
        self.empty_label = None
        self.queryset = rows.filter(until_on=None)
        highest = self.queryset.order_by(Length("code"), "path")
        self.widget.offered = highest.only("code", "name")[:OFFERED]

    def to_python(self, value: Any) -> Any:
        """A code copied with a space around it is the same code."""
        return super().to_python(value.strip() if isinstance(value, str) else value)

    def prepare_value(self, value: Any) -> Any:
        """A place is shown by its code; what was typed stays as it was typed."""
        if isinstance(value, int):
            return Region.objects.filter(pk=value).values_list("code", flat=True).first()
        return super().prepare_value(value)


class RegionForm(RowForm):
    """A place as it is: entered, or a mistake in it mended."""

    parent = PlaceField(
        label=_("Belongs to"),
        required=False,
        help_text=_("The code of its superior. Left empty, it is found by the code."),
    )

    class Meta:
        model = Region
        fields = ("code", "name", "parent", "kind", "is_without_congress", "from_on")

    def narrow(self) -> None:
        """Only places one sees; beside them the superior that it has."""
        mine = Q(pk__in=seen_by(self.actor, self.congress)) | Q(pk=self.instance.parent_id)
        self.fields["parent"].among(Region.objects.filter(mine))  # type: ignore[attr-defined]
        self.fields["kind"].required = False
        if self.instance.pk is None:
            self.fields["kind"].help_text = _("Left empty, it is guessed by code and name.")
        else:
            self.fields["name"].help_text = _(
                "Only to mend a mistake. A place that was renamed or moved has buttons of its own."
            )

    def clean_code(self) -> str:
        """Digits, of the right number, and not given twice."""
        code = str(self.cleaned_data["code"]).strip()
        if not is_code(code):
            raise forms.ValidationError(str(NO_CODE))
        twin = Region.objects.filter(code=code, until_on=None).exclude(pk=self.instance.pk).first()
        if twin is not None:
            raise forms.ValidationError(
                gettext("%(name)s has this code already.") % {"name": twin.name}
            )
        return code

    def clean(self) -> dict[str, Any]:
        """What was left empty is found or guessed; a superior must be there."""
        said: dict[str, Any] = super().clean() or {}
        code, name = said.get("code", ""), said.get("name", "")
        if not code or not name or "parent" in self.errors:
            return said
        if not said.get("parent"):
            said["parent"] = self._superior(code)
        if said["parent"] is None and len(code) > 2:
            self.add_error(
                "parent", gettext("Its superior is not in the register: enter it first.")
            )
        elif said["parent"] is not None and self._is_inside(said["parent"]):
            self.add_error("parent", gettext("A place cannot belong to itself or to one below it."))
        if not said.get("kind"):
            said["kind"] = kind_of(code, name)
            said["is_without_congress"] = is_without_congress(said["kind"], name)
        return said

    def _superior(self, code: str) -> Region | None:
        rows = self.fields["parent"].queryset  # type: ignore[attr-defined]
        by_code = {region.code: region for region in rows.filter(code__in=superiors_of(code))}
        return next((by_code[above] for above in superiors_of(code) if above in by_code), None)

    def _is_inside(self, parent: Region) -> bool:
        return self.instance.pk is not None and parent.path.startswith(self.instance.path)


class BecomesForm(forms.Form):
    """What every one of the three asks: the day and the reason."""

    on = forms.DateField(
        label=_("From which day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=200,
        help_text=_("Such as the number of the approval."),
    )

    def __init__(self, *args: Any, region: Region, rows: QuerySet[Region], **kwargs: Any) -> None:
        self.region = region
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today()
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
