"""People who can sign in, what lets them in once, the security log, the count of wrong guesses."""

from renda.accounts.models.admission import Admission, Invitation, OneTimeCode
from renda.accounts.models.guesses import WrongPasswords
from renda.accounts.models.security import SecurityEntry
from renda.accounts.models.user import ERASED, FormerName, User

__all__ = [
    "ERASED",
    "Admission",
    "FormerName",
    "Invitation",
    "OneTimeCode",
    "SecurityEntry",
    "User",
    "WrongPasswords",
]
