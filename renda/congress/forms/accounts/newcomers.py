"""An account for one, or for a whole list."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from renda.congress.enrolling import Newcomer
from renda.congress.forms import pasted
from renda.congress.forms.accounts.placing import Placing, why_not


class OneForm(Placing):
    """One account."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=80)
    username = forms.CharField(
        label=gettext_lazy("User name"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("Letters and digits. Nothing: one is made up."),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off"}),
    )
    phone = forms.CharField(
        label=gettext_lazy("Mobile number"),
        max_length=30,
        required=False,
        help_text=gettext_lazy("To sign in with instead of the user name. It is kept sealed."),
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )

    field_order = ("name", "username", "phone", "body", "role", "from_on")

    def clean(self) -> dict[str, Any]:
        """A post that the body has."""
        said = super().clean() or {}
        if why := why_not(said.get("body"), said.get("role", "")):
            self.add_error("role", why)
        return said

    @property
    def newcomers(self) -> list[Newcomer]:
        """Whom to make an account for."""
        said = self.cleaned_data
        names = ("name", "username", "phone", "body", "role")
        return [Newcomer(**{name: said[name] for name in names})]


class ManyForm(Placing):
    """Many accounts, from a list."""

    people = forms.CharField(
        label=gettext_lazy("The list"),
        help_text=gettext_lazy(
            "One person a line: the name, and if you like user name, mobile number, body and post."
            " Copied from a spreadsheet it is right as it is."
        ),
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
    )

    field_order = ("people", "body", "role", "from_on")
    newcomers: list[Newcomer]

    def clean(self) -> dict[str, Any]:
        """Every line is somebody new, with a post that fits."""
        said = super().clean() or {}
        lines, faults = pasted.read(said.get("people", ""), self.congress)
        faults += pasted.find_known(lines, self.congress)
        faults += pasted.of_known(lines) + pasted.unread(lines)
        self.newcomers = []
        for line in lines:
            body, role = line.body or said.get("body"), line.role or said.get("role", "")
            if why := why_not(body, role):
                faults.append((line.n, why))
            self.newcomers.append(Newcomer(line.name, line.username, line.phone, body, role))
        for fault in pasted.told(faults):
            self.add_error("people", fault)
        return said
