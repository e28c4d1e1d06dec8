"""What is done to accounts outside any process."""

from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from renda.accounts import phones
from renda.accounts.models import User
from renda.accounts.queries import normal_name
from renda.kernel.permits.refusal import Refused


def create_user(
    *,
    username: str,
    name: str,
    password: str | None = None,
    password_hash: str | None = None,
    phone: str | None = None,
    is_demo: bool = False,
) -> User:
    """Make an account; without a password nobody can sign in with it yet.

    `password_hash` is one already made: the demo's accounts share one. Raises Refused for a user
    name or mobile number that is wrong or taken.
    """
    user = User(username=_good_name(username), name=name.strip(), is_demo=is_demo)
    user.phone = phone
    if password_hash is not None:
        user.password = password_hash
    else:
        user.set_password(password)
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError as fault:
        raise Refused(_("This user name or mobile number is already in use.")) from fault
    return user


def _good_name(username: str) -> str:
    name = normal_name(username)
    try:
        UnicodeUsernameValidator()(name)
    except ValidationError as fault:
        raise Refused(_("A user name has letters, digits and @ . + - _ only.")) from fault
    if phones.is_phone(name):
        # It would be somebody else's number one day.
        raise Refused(_("A user name cannot be a mobile number."))
    return name
