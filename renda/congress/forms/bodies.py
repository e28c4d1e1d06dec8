"""Bodies of the congress and organs; a new name, an end, what a committee looks after."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from renda.congress.models import Body
from renda.congress.powers import body_lacking
from renda.congress.roles import BodyKind
from renda.kernel.moment import today
from renda.kernel.registers.forms import RowForm

ELSEWHERE = (BodyKind.ORGAN, BodyKind.GROUP)  # they have registers of their own


class PlacedForm(RowForm):
    """A body with a place in the tree: never below itself, with an order of its own."""

    def narrow(self) -> None:
        """Above it can stand what is there, and nothing that stands below it."""
        rows = Body.objects.filter(congress=self.congress).there_on(today())
        above = self.above(rows).exclude(pk__in=_at_and_below(self.instance, self.congress))
        now = self.instance.parent_id
        self.fields["parent"].queryset = or_this(above, now)  # type: ignore[attr-defined]
        self.fields["order"].required = False
        self.fields["order"].help_text = _("Left empty, it comes last.")
        if self.instance.pk is None:
            self.initial.setdefault("order", None)

    def above(self, rows: Any) -> Any:
        """What it can belong to."""
        return rows

    def clean_order(self) -> int:
        """The number typed, or one behind the last."""
        typed: int | None = self.cleaned_data["order"]
        if typed is not None:
            return typed
        rows = Body.objects.filter(congress=self.congress).order_by("-order")
        last = rows.values_list("order", flat=True).first()
        return (last or 0) + 10


class BodyForm(PlacedForm):
    """A body that is no organ; what the law gives this congress no power for is refused."""

    class Meta:
        model = Body
        fields = ("kind", "name", "short_name", "parent", "order", "phone", "duties", "from_on")

    def narrow(self) -> None:
        """Offer the kinds that this congress can have."""
        super().narrow()
        kinds = [(value, label) for value, label in BodyKind.choices if value not in ELSEWHERE]
        offered = [(v, label) for v, label in kinds if not body_lacking(self.congress, v)]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        self.fields["kind"].widget.choices = [("", _("Please choose")), *offered]

    def clean_kind(self) -> str:
        """A township has no standing committee, a dispatched committee no sessions."""
        kind: str = self.cleaned_data["kind"]
        if why := body_lacking(self.congress, kind):
            raise ValidationError(why)
        return kind

    def above(self, rows: Any) -> Any:
        """A section can belong to an organ too."""
        return rows.exclude(kind__in=(BodyKind.GROUP, BodyKind.SECTION))


class OrganForm(PlacedForm):
    """承办单位: an organ that suggestions can be assigned to."""

    class Meta:
        model = Body
        fields = (
            "organ_kind",
            "name",
            "short_name",
            "code",
            "parent",
            "is_forwarding",
            "duties",
            "phone",
            "order",
            "from_on",
        )

    def narrow(self) -> None:
        """An organ belongs to an organ, and says what kind it is."""
        super().narrow()
        self.fields["organ_kind"].required = True
        self.fields["parent"].label = _("Forwarded to by")
        self.fields["duties"].help_text = _("Words by which it is found when something is assigned")
        self.fields["code"].help_text = _("The office's own number or the unified credit code")

    def above(self, rows: Any) -> Any:
        """Organs only."""
        return rows.filter(kind=BodyKind.ORGAN)


def or_this(rows: Any, pk: int | None) -> Any:
    """These bodies, and the one chosen before, though it has ended: an old entry can be mended."""
    return Body.objects.filter(Q(pk__in=rows.values("pk")) | Q(pk=pk or 0))


def _at_and_below(body: Body, congress: Any) -> set[int]:
    """The body and everything below it: two queries at most."""
    if body.pk is None:
        return set()
    above = dict(Body.objects.filter(congress=congress).values_list("pk", "parent_id"))
    found = {body.pk}
    while more := {pk for pk, parent in above.items() if parent in found} - found:
        found |= more
    return found


class DatedForm(forms.Form):
    """A day, and why."""

    on = forms.DateField(
        label=_("From"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=200,
        help_text=_("Such as the number of the document that says so"),
    )

    field_order = ("name", "short_name", "on", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today()
        self.fields["on"].widget.attrs["max"] = today().isoformat()


class RenameForm(DatedForm):
    """更名: the new name, and its first day."""

    name = forms.CharField(label=_("New name"), max_length=80)
    short_name = forms.CharField(label=_("New short name"), max_length=40, required=False)


class EndForm(DatedForm):
    """The last day of a body."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Last day")
