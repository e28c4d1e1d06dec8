"""A place is chosen by its name or code."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from renda.congress.models import Congress, Region
from renda.congress.permits import administrator
from renda.congress.queries import regions_of
from renda.kernel.permits.actor import Actor

OFFERED = 300


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
