"""Closing and opening an account. Nothing of what the person did changes."""

from django.db import transaction
from django.utils.translation import gettext as _

from renda.accounts import sessions
from renda.accounts.actions.admissions import void_all
from renda.accounts.actions.people import refuse_erased
from renda.accounts.models import User
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.record import record


@transaction.atomic
def close_account(*, user: User, reason: str, congress_id: int, by: Actor) -> User:
    """Nobody signs in with it any more; its sessions, invitations and codes end at once.

    Raises Refused for one's own account and for one that is closed already.
    """
    person = User.objects.select_for_update().get(pk=user.pk)
    if person.pk == by.user_id:
        raise Refused(_("Nobody closes their own account: ask another administrator."))
    if not person.is_active:
        raise Refused(_("This account is closed already."))
    person.is_active = False
    person.save(update_fields=["is_active"])
    void_all(person)
    sessions.end(person, keep=None)
    record(
        person,
        "accounts.close_account",
        congress_id=congress_id,
        actor_id=by.user_id,
        said={"reason": reason},
    )
    return person


@transaction.atomic
def open_account(*, user: User, reason: str, congress_id: int, by: Actor) -> User:
    """The person may sign in again, with the password and second factor of before.

    Raises Refused for an account that is open.
    """
    person = User.objects.select_for_update().get(pk=user.pk)
    if person.is_active:
        raise Refused(_("This account is open already."))
    refuse_erased(person)
    person.is_active = True
    person.save(update_fields=["is_active"])
    record(
        person,
        "accounts.open_account",
        congress_id=congress_id,
        actor_id=by.user_id,
        said={"reason": reason},
    )
    return person
