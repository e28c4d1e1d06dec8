"""Second factors: added and removed by the person, taken away by an administrator."""

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils.translation import gettext as _

from renda.accounts import passkeys, recovery, second_factor, sessions, totp
from renda.accounts.models import User
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.record import record


@transaction.atomic
def add_authenticator(*, user: User, secret: str, code: str, keep: str | None) -> Authenticator:
    """Make this app the person's authenticator, in place of the one before.

    Raises Refused when `code` is not one of this secret's. The first factor signs out everywhere
    but in the session with the key `keep`: those sessions have shown none.
    """
    counter = totp.counter_of(secret, code)
    if counter is None:
        raise Refused(_("This is not the code that the app shows now."))
    is_first = not second_factor.has_one(user)
    factor = totp.keep(user, secret, counter)
    if is_first:
        _begin(user, keep)
    return factor


@transaction.atomic
def add_passkey(*, user: User, answer: str, name: str, keep: str | None) -> Authenticator:
    """Keep the passkey that the browser made. Raises Refused when it did not answer as asked."""
    is_first = not second_factor.has_one(user)
    factor = passkeys.keep(user, answer, name=name)
    if factor is None:
        raise Refused(_("The passkey could not be read. Please try it once more."))
    if is_first:
        _begin(user, keep)
    return factor


@transaction.atomic
def remove_factor(*, user: User, factor: Authenticator) -> None:
    """Take one away; the recovery codes go with the last.

    Raises Refused when it is the last and a rule asks for one.
    """
    User.objects.select_for_update().get(pk=user.pk)  # two of two removed at once leave none
    second_factor.refuse_last(user, factor)
    factor.delete()
    if not second_factor.has_one(user):
        Authenticator.objects.filter(user=user).delete()


@transaction.atomic
def renew_recovery_codes(*, user: User) -> None:
    """Ten new codes; the old ones hold no longer. Raises Refused without a second factor."""
    if not second_factor.has_one(user):
        raise Refused(_("Set up a second factor first."))
    recovery.renew(user)


@transaction.atomic
def reset_second_factor(*, user: User, reason: str, congress_id: int, by: Actor) -> User:
    """Take every second factor away from somebody who lost them; their sessions end at once.

    Raises Refused for one's own (a borrowed session must not do it), and when there is none.
    """
    person = User.objects.select_for_update().get(pk=user.pk)
    if person.pk == by.user_id:
        raise Refused(_("Your own second factor is reset by another administrator."))
    if not Authenticator.objects.filter(user=person).delete()[0]:
        raise Refused(_("%(name)s has no second factor.") % {"name": person.name})
    sessions.end(person, keep=None)
    record(
        person,
        "accounts.reset_second_factor",
        congress_id=congress_id,
        actor_id=by.user_id,
        said={"reason": reason},
    )
    return person


def _begin(user: User, keep: str | None) -> None:
    recovery.renew(user)
    sessions.end(user, keep=keep)
