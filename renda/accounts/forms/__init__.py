"""The forms of the door: the vendor's with our words, and our own."""

from renda.accounts.forms.admissions import ChosenPasswordForm, OfficeCodeForm
from renda.accounts.forms.factors import AppForm, PasskeyForm, ShowFactorForm
from renda.accounts.forms.signing_in import NewPasswordForm, PasswordAgainForm, SignInForm

__all__ = [
    "AppForm",
    "ChosenPasswordForm",
    "NewPasswordForm",
    "OfficeCodeForm",
    "PasskeyForm",
    "PasswordAgainForm",
    "ShowFactorForm",
    "SignInForm",
]
