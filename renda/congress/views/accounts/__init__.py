"""The accounts of the people here: the list, one account, and new ones."""

from renda.congress.views.accounts.borrowing import borrow, borrowing
from renda.congress.views.accounts.listing import accounts
from renda.congress.views.accounts.newcomers import (
    make_account,
    make_accounts,
    many_accounts,
    new_account,
)
from renda.congress.views.accounts.one import account, do_account, somebody_here

__all__ = [
    "account",
    "accounts",
    "borrow",
    "borrowing",
    "do_account",
    "make_account",
    "make_accounts",
    "many_accounts",
    "new_account",
    "somebody_here",
]
