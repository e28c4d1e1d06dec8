"""The vendor's forms of the door, with our words and our count of wrong passwords."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

LONGEST = 200  # hashing a book would keep the server busy
PASSWORD_RULE = _("At least 10 characters, not only digits, not like your name, not a common one.")


class SignInForm(LoginForm):
    """User name or mobile number, and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, "login", _("User name or mobile number"))
        _say(self, "password", _("Password"))
        self.fields["login"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}


class NewPasswordForm(ChangePasswordForm):
    """The present password, and the new one twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, "oldpassword", _("Present password"))
        _say(self, "password1", _("New password"), PASSWORD_RULE)
        _say(self, "password2", _("New password again"))

    def clean_oldpassword(self) -> str:
        """Counted like a sign-in: a borrowed session must not try out passwords."""
        typed: str = self.cleaned_data.get("oldpassword", "")
        if not get_adapter().reauthenticate(self.user, typed):
            raise get_adapter().validation_error("enter_current_password")
        return typed


class PasswordAgainForm(ReauthenticateForm):
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, "password", _("Password"))


def _say(form: forms.Form, name: str, label: Any, hint: Any = "") -> None:
    field = form.fields[name]
    assert isinstance(field, forms.CharField)
    field.label, field.help_text = label, hint
    field.widget.attrs.pop("placeholder", None)  # it would say the label twice
    if field.max_length is None:
        field.max_length = LONGEST
        field.validators.append(MaxLengthValidator(LONGEST))
        field.widget.attrs["maxlength"] = str(LONGEST)
