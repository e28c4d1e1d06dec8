"""Showing a second factor, and setting one up."""

from typing import Any

from allauth.mfa.models import Authenticator
from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from renda.accounts import lockout, passkeys, recovery, second_factor, totp
from renda.accounts.guessing import judged
from renda.accounts.models import User
from renda.accounts.sealing import WrongKey
from renda.accounts.security import Kind

Type = Authenticator.Type
_CODE = {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}


class ShowFactorForm(forms.Form):
    """A code of the app or from paper, or what the browser says of a passkey."""

    code = forms.CharField(
        label=_("Code"), max_length=40, required=False, widget=forms.TextInput(attrs=_CODE)
    )
    credential = forms.CharField(
        max_length=passkeys.LONGEST, required=False, widget=forms.HiddenInput
    )

    def __init__(self, request: HttpRequest, user: User, *args: Any, **kwargs: Any) -> None:
        self.request, self.user, self.kind = request, user, ""
        super().__init__(*args, **kwargs)
        self.fields["code"].required = "credential" not in self.data

    def clean(self) -> dict[str, Any]:
        """Counted like passwords."""
        said = super().clean() or {}
        if self.errors:
            return said
        try:
            self.kind = (
                judged(self.request, self.user, self._shown, failed=Kind.FACTOR_FAILED) or ""
            )
        except lockout.LockedOut as locked:
            raise ValidationError(str(locked)) from locked
        except WrongKey as fault:
            raise ValidationError(
                _("Your second factor cannot be read here any more: please call the office.")
            ) from fault
        if not self.kind:
            raise ValidationError(_wrong(is_passkey="credential" in self.data))
        return said

    def _shown(self) -> str | None:
        """The kind of what was shown, if it is this person's."""
        if credential := self.cleaned_data["credential"]:
            return Type.WEBAUTHN if passkeys.accept(self.user, credential) else None
        code = self.cleaned_data["code"]
        app = second_factor.factors_of(self.user).filter(type=Type.TOTP).first()
        if app is not None and totp.accept(app, code):
            return Type.TOTP
        return Type.RECOVERY_CODES if recovery.accept(self.user, code) else None


class AppForm(forms.Form):
    """The code that the authenticator app shows first."""

    code = forms.CharField(
        label=_("The six digits that the app shows now"),
        max_length=40,
        widget=forms.TextInput(attrs=_CODE),
    )


class PasskeyForm(forms.Form):
    """What the browser made, and what the person calls it."""

    name = forms.CharField(
        label=_("What you call it"),
        help_text=_("Such as: office computer, my phone."),
        max_length=40,
        required=False,
    )
    credential = forms.CharField(max_length=passkeys.LONGEST, widget=forms.HiddenInput)


def _wrong(*, is_passkey: bool) -> Any:
    if is_passkey:
        return _("This passkey was not recognised. Please try again, or use a code.")
    return _("This code is wrong, too old, or was used before. Wait for the next one.")
