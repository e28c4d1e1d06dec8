"""Sentences of the libraries that our catalogue says better: it stands before theirs.

They are listed so that extraction finds them; nothing reads this list. Theirs hold Latin words,
are impolite, use words an office does not use, or have no Chinese at all.
"""

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext_lazy

SENTENCES = (
    # django.contrib.auth
    ngettext_lazy(
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
    ),
    ngettext_lazy(
        "Your password must contain at least %(min_length)d character.",
        "Your password must contain at least %(min_length)d characters.",
    ),
    _("Your password can’t be too similar to your other personal information."),
    _("Your password can’t be a commonly used password."),
    _("Your password can’t be entirely numeric."),
    _("Your old password was entered incorrectly. Please enter it again."),
    _("This account is inactive."),
    # django.forms
    _("Enter a valid email address."),
    _("Enter a valid URL."),
    # allauth
    _("This field is required."),
    _("Username or email"),
    _("Sign in with a passkey"),
    _("IP Address"),
)
