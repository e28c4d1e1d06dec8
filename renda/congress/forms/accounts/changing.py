"""What an administrator changes on an account."""

from django import forms
from django.utils.translation import gettext_lazy


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=200)


class UserNameForm(forms.Form):
    """Another user name."""

    username = forms.CharField(
        label=gettext_lazy("User name"),
        max_length=60,
        help_text=gettext_lazy("The one before is never given to anybody else."),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off"}),
    )


class NameForm(forms.Form):
    """The name, corrected."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=80)


class PhoneForm(forms.Form):
    """Another mobile number, or none."""

    phone = forms.CharField(
        label=gettext_lazy("Mobile number"),
        max_length=30,
        required=False,
        help_text=gettext_lazy("Nothing: no number any more."),
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
