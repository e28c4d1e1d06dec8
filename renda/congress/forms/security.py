"""What is looked for in the security log."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.accounts.models import SecurityEntry
from renda.congress.forms.people import PersonField
from renda.congress.forms.posts import day_box
from renda.congress.models import Congress
from renda.kernel.moment import today

A_WEEK = timedelta(days=6)


class LookForm(forms.Form):
    """Whose entries, of which kind, of which days."""

    person = PersonField(required=False)
    kind = forms.ChoiceField(label=gettext_lazy("What happened"), required=False)
    from_on = forms.DateField(label=gettext_lazy("First day"), required=False, widget=day_box())
    until_on = forms.DateField(label=gettext_lazy("Last day"), required=False, widget=day_box())
    page = forms.IntegerField(
        min_value=1, max_value=100_000, required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, congress: Congress, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person: Any = self.fields["person"]
        person.offer_closed_too(congress.pk)
        kinds = SecurityEntry.Kind.choices
        self.fields["kind"].choices = [("", gettext_lazy("Everything")), *kinds]  # type: ignore[attr-defined]
        self.initial.setdefault("from_on", today() - A_WEEK)
        self.initial.setdefault("until_on", today())

    def clean(self) -> dict[str, Any]:
        """Days in order."""
        said = super().clean() or {}
        first, last = said.get("from_on"), said.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", _("The last day cannot come before the first."))
        return said

    @property
    def asked(self) -> dict[str, Any]:
        """What to look for."""
        return {name: value for name, value in self.cleaned_data.items() if name != "page"}

    @property
    def said(self) -> str:
        """What was looked for, for the entry about the look: days and a number, no names."""
        asked = self.asked
        days = f"{asked['from_on'] or ''}/{asked['until_on'] or ''}"
        whose = f"#{asked['person'].pk}" if asked["person"] else ""
        return " ".join(part for part in (days, whose, asked["kind"]) if part)
