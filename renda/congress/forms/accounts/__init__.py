"""What is asked when accounts are made, and when something is done to one."""

from renda.congress.forms.accounts.borrowing import BorrowForm
from renda.congress.forms.accounts.changing import NameForm, PhoneForm, ReasonForm, UserNameForm
from renda.congress.forms.accounts.newcomers import ManyForm, OneForm

__all__ = [
    "BorrowForm",
    "ManyForm",
    "NameForm",
    "OneForm",
    "PhoneForm",
    "ReasonForm",
    "UserNameForm",
]
