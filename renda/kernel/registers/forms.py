"""The form of a register's row: choices keep to the congress, days are days, nothing is saved."""

from typing import Any

from django import forms
from django.core.exceptions import FieldDoesNotExist
from django.db.models.fields import BLANK_CHOICE_DASH
from django.utils.translation import gettext_lazy as _

from renda.kernel.permits.actor import Actor

LINES = {"rows": 3}
TAKEN = ("key", "version")  # every act has these of its own; a form with such a field has a prefix


class RowForm(forms.ModelForm):
    """The base of a register's form. A domain names model and fields in Meta, and overrides
    `narrow` where a choice is not simply all of the congress's.

    Saving is `keeping.enter` and `keeping.change`, never `form.save`.
    """

    def __init__(self, *args: Any, congress: Any, actor: Actor, **kwargs: Any) -> None:
        self.congress, self.actor = congress, actor
        super().__init__(*args, **kwargs)
        assert not {self.add_prefix(name) for name in self.fields} & set(TAKEN)
        for name, field in self.fields.items():
            self._dress(name, field)
        self.narrow()
        if self.instance.pk is not None:
            self.fields["why"] = forms.CharField(
                label=_("Reason"),
                required=False,
                max_length=200,
                help_text=_("It stands in the history beside the change."),
            )

    def narrow(self) -> None:
        """Keep the choices to what may be chosen; by itself only rows of this congress can be."""

    @property
    def values(self) -> dict[str, Any]:
        """What was typed, by field of the row."""
        return {n: v for n, v in self.cleaned_data.items() if n in (self._meta.fields or ())}

    @property
    def grouped(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """The fields under their headings, for the page; by itself all of them under none."""
        return [("", list(self))]

    @property
    def reason(self) -> str:
        """Why it is changed."""
        return str(self.cleaned_data.get("why", ""))

    def _dress(self, name: str, field: Any) -> None:
        if isinstance(field, forms.DateField):
            field.widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        elif isinstance(field.widget, forms.Textarea):
            field.widget.attrs |= LINES
        if isinstance(field, forms.TypedChoiceField):
            _say_nothing(field)
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = _of(field.queryset, self.congress)
            field.empty_label = _("Please choose") if field.required else _("none")


def _say_nothing(field: Any) -> None:
    """In words what a row of dashes says."""
    choices = list(field.choices)
    if choices[:1] == BLANK_CHOICE_DASH:
        empty = _("Please choose") if field.required else _("none")
        field.choices = [("", empty), *choices[1:]]


def _of(rows: Any, congress: Any) -> Any:
    """Only the rows of this congress; rows that know no congress are left as they are."""
    try:
        rows.model._meta.get_field("congress")
    except FieldDoesNotExist:
        return rows
    return rows.filter(congress=congress)
