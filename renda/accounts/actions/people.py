"""Making accounts, and what they are called."""

from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from renda.accounts import phones
from renda.accounts.models import ERASED, FormerName, User
from renda.accounts.queries import normal_name
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.record import record

LONGEST_USER_NAME, LONGEST_NAME = 60, 80  # as the columns have it


@transaction.atomic
def create_user(
    *,
    username: str,
    name: str,
    password: str | None = None,
    password_hash: str | None = None,
    phone: str | None = None,
    is_demo: bool = False,
    congress_id: int | None = None,
    by: Actor | None = None,
) -> User:
    """Make an account; without a password nobody can sign in with it yet: `invite` them.

    `password_hash` is one already made: the demo's accounts share one. Told in the trail of the
    congress whose administrator made it, if one did. Raises Refused for a name or mobile number
    that is wrong or taken.
    """
    user = User(username=_good_name(username), name=_good_real_name(name), is_demo=is_demo)
    user.phone = phone
    if password_hash is not None:
        user.password = password_hash
    else:
        user.set_password(password)
    _save(user)
    if congress_id is not None:
        record(
            user,
            "accounts.create_user",
            congress_id=congress_id,
            actor_id=by.user_id if by else None,
        )
    return user


@transaction.atomic
def rename_user(*, user: User, username: str, congress_id: int, by: Actor) -> User:
    """Give the account another user name; the one before stays theirs for ever.

    Raises Refused when it is wrong, taken, or was somebody else's.
    """
    found = User.objects.select_for_update().get(pk=user.pk)
    refuse_erased(found)
    before, found.username = found.username, _good_name(username)
    if found.username != before:
        _save(found)
        FormerName.objects.update_or_create(username=before, defaults={"user": found})
        record(
            found,
            "accounts.rename_user",
            congress_id=congress_id,
            actor_id=by.user_id,
            said={"from": before, "to": found.username},
        )
    return found


@transaction.atomic
def correct_name(*, user: User, name: str, congress_id: int, by: Actor) -> User:
    """Correct what the person is called. Raises Refused when it is empty or too long."""
    found = User.objects.select_for_update().get(pk=user.pk)
    refuse_erased(found)
    before, found.name = found.name, _good_real_name(name)
    if found.name != before:
        _save(found)
        record(
            found,
            "accounts.correct_name",
            congress_id=congress_id,
            actor_id=by.user_id,
            said={"from": before, "to": found.name},
        )
    return found


@transaction.atomic
def change_phone(*, user: User, phone: str, congress_id: int, by: Actor) -> User:
    """Give the account another mobile number, or none ("").

    Raises Refused when it is no mobile number, or somebody else's. The trail keeps the last four
    digits of the new one.
    """
    found = User.objects.select_for_update().get(pk=user.pk)
    refuse_erased(found)
    before, found.phone = found.phone_hash, phone
    if found.phone_hash != before:
        _save(found)
        record(
            found,
            "accounts.change_phone",
            congress_id=congress_id,
            actor_id=by.user_id,
            said={"tail": found.phone_tail},
        )
    return found


def refuse_erased(user: User) -> None:
    """Raises Refused for the account of somebody whose data was erased."""
    if user.is_erased:
        raise Refused(_("The data of this person was erased. Make a new account instead."))


def _save(user: User) -> None:
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError as fault:
        raise Refused(_("This user name or mobile number is already in use.")) from fault
    # Asked after the save, which waited for whoever is giving the name up just now.
    if FormerName.objects.filter(username=user.username).exclude(user=user).exists():
        raise Refused(_("This user name was somebody else's. A name is never given twice."))


def _good_name(username: str) -> str:
    name = normal_name(username)
    try:
        UnicodeUsernameValidator()(name)
    except ValidationError as fault:
        raise Refused(_("A user name has letters, digits and @ . + - _ only.")) from fault
    if phones.is_phone(name):
        # It would be somebody else's number one day.
        raise Refused(_("A user name cannot be a mobile number."))
    if name.startswith(ERASED):
        raise Refused(_("This user name is kept for closed accounts. Choose another one."))
    if len(name) > LONGEST_USER_NAME:
        raise Refused(_("A user name has at most 60 characters."))
    return name


def _good_real_name(name: str) -> str:
    kept = " ".join(name.split())
    if not 0 < len(kept) <= LONGEST_NAME:
        raise Refused(_("A name has 1 to 80 characters."))
    return kept
