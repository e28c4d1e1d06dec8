"""Coming in by what the office handed over: the code, and the password of one's own."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from renda.accounts import lockout, queries
from renda.accounts.forms.signing_in import LONGEST, PASSWORD_RULE
from renda.accounts.guessing import judged
from renda.accounts.models import Admission, User
from renda.accounts.security import Kind


class OfficeCodeForm(forms.Form):
    """Whose code it is, and its digits."""

    login = forms.CharField(
        label=_("User name or mobile number"),
        max_length=LONGEST,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    code = forms.CharField(
        label=_("Code from the office"),
        help_text=_("Twelve digits, as on the slip. Blanks make no difference."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        self.request = request
        self.admission: Admission | None = None
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Counted like passwords; one answer for a wrong, an old and an unknown one."""
        said = super().clean() or {}
        login, code = said.get("login"), said.get("code")
        if not login or not code:
            return said
        person = queries.find(login)
        try:
            self.admission = judged(
                self.request,
                person,
                lambda: queries.admission_of(person, code),
                failed=Kind.CODE_FAILED,
                login=login,
            )
        except lockout.LockedOut as locked:
            raise ValidationError(str(locked)) from locked
        if self.admission is None:
            raise ValidationError(
                _("The name or number and the code do not belong together, or it holds no longer.")
            )
        return said


class ChosenPasswordForm(forms.Form):
    """A password of one's own, twice."""

    password1 = forms.CharField(
        label=_("New password"),
        help_text=PASSWORD_RULE,
        max_length=LONGEST,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    password2 = forms.CharField(
        label=_("New password again"),
        max_length=LONGEST,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)

    def clean_password1(self) -> str:
        """By the house's rules, the person's own names among them."""
        chosen: str = self.cleaned_data["password1"]
        validate_password(chosen, self.user)
        return chosen

    def clean(self) -> dict[str, Any]:
        """Both the same."""
        said = super().clean() or {}
        first, second = said.get("password1"), said.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("The two passwords are not the same."))
        return said
