"""Choosing several from a long list: boxes under headings, with a box to find them by a word."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

LONGEST = 18  # digits of a key that every database takes


class Pick(str):
    """What a choice is called; `finds` are further words by which it is found (a short name)."""

    finds: str

    def __new__(cls, label: str, finds: str = "") -> "Pick":
        """A text like any other."""
        made = super().__new__(cls, label)
        made.finds = finds
        return made


Groups = Sequence[tuple[str, Sequence[tuple[Any, str]]]]


class GroupedBoxes(forms.CheckboxSelectMultiple):
    """Boxes under headings. Without JavaScript the headings alone must do."""

    template_name = "components/grouped_boxes.html"

    def create_option(self, name: str, value: Any, label: Any, *args: Any, **kwargs: Any) -> Any:
        """An option that knows what it is found by."""
        option = super().create_option(name, value, label, *args, **kwargs)
        option["finds"] = f"{label} {getattr(label, 'finds', '')}".strip().lower()
        return option


class PickField(forms.ModelMultipleChoiceField):
    """Several rows, shown as boxes under headings."""

    widget = GroupedBoxes

    def clean(self, value: Any) -> Any:
        """A number longer than any key is no row of ours; the database would choke on it."""
        sent = value if isinstance(value, list | tuple) else ()
        if wrong := next((one for one in sent if len(str(one)) > LONGEST), None):
            raise ValidationError(
                self.error_messages["invalid_pk_value"], params={"pk": str(wrong)[:LONGEST]}
            )
        return super().clean(value)


def grouped(field: Any, groups: Groups, *, empty_label: Any = None) -> None:
    """Show a field's choices under headings; what may be chosen is still its queryset."""
    first = [("", empty_label)] if empty_label is not None else []
    field.widget.choices = [*first, *groups]
