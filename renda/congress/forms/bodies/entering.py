"""A body or an organ is entered or changed."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from renda.congress.forms.bodies.placed import PlacedForm
from renda.congress.models import Body
from renda.congress.powers import body_lacking
from renda.congress.roles import BodyKind

ELSEWHERE = (BodyKind.ORGAN, BodyKind.GROUP)  # they have registers of their own


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
