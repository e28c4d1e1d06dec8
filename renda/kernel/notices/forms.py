"""How a person wants to be told outside the inbox."""

from typing import Any

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from renda.kernel.notices.channels import LABELS, MAIL, SMS, address_of, is_switched_on
from renda.kernel.notices.models import Choice

WHEN = (
    ("", _("not at all")),
    ("at_once", _("as it comes, in working hours")),
    ("digest", _("once a day, in the morning")),
)
OFFERED = (SMS, MAIL)


class ChoicesForm(forms.Form):
    """One question for each way that is switched on; the inbox has everything in any case."""

    def __init__(self, *args: Any, user_id: int, known: dict[str, Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.channels = [channel for channel in OFFERED if is_switched_on(channel)]
        for channel in self.channels:
            chosen = known.get(channel)
            self.fields[channel] = forms.ChoiceField(
                label=LABELS[channel],
                choices=WHEN,
                required=False,
                widget=forms.RadioSelect,
                initial=_said(chosen),
            )
        if MAIL in self.channels:
            self.fields["address"] = forms.CharField(
                label=_("Mail address"),
                max_length=120,
                required=False,
                initial=known[MAIL].address if MAIL in known else "",
            )
        self.tail = address_of(SMS, "user", user_id)[-4:]

    def clean(self) -> dict[str, Any]:
        """A way needs an address: the number of the account, or the mail address typed here."""
        said: dict[str, Any] = super().clean() or {}
        if said.get(SMS) and not self.tail:
            self.add_error(SMS, _now("Your account has no mobile number. Please call the office."))
        if said.get(MAIL):
            try:
                validate_email(said.get("address", ""))
            except forms.ValidationError:
                self.add_error("address", _now("Write your mail address."))
        return said

    def chosen(self) -> dict[str, dict[str, Any]]:
        """What was chosen, by channel."""
        said = self.cleaned_data
        return {
            channel: {
                "is_on": bool(said[channel]),
                "is_digest": said[channel] == "digest",
                "address": said.get("address", "") if channel == MAIL else "",
            }
            for channel in self.channels
        }


def _said(choice: Choice | None) -> str:
    if choice is None or not choice.is_on:
        return ""
    return "digest" if choice.is_digest else "at_once"
