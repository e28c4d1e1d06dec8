"""What is done to accounts outside any process.

What an administrator does is told in the trail of the congress whose administrator it is:
`congress_id` and `by` say so. What people do to their own account is told in the security log.
"""

from renda.accounts.actions.admissions import Issued, give_one_time_code, invite, let_in
from renda.accounts.actions.doors import close_account, open_account
from renda.accounts.actions.factors import (
    add_authenticator,
    add_passkey,
    remove_factor,
    renew_recovery_codes,
    reset_second_factor,
)
from renda.accounts.actions.people import change_phone, correct_name, create_user, rename_user

__all__ = [
    "Issued",
    "add_authenticator",
    "add_passkey",
    "change_phone",
    "close_account",
    "correct_name",
    "create_user",
    "give_one_time_code",
    "invite",
    "let_in",
    "open_account",
    "remove_factor",
    "rename_user",
    "renew_recovery_codes",
    "reset_second_factor",
]
