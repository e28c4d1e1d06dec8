"""Letting people in: invitations, and one-time codes for who forgot the password.

What is handed over stands in clear in `Issued` only, for the sheet that is printed right then
(`renda.accounts.slips`); the database keeps fingerprints.
"""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.accounts import codes, sessions
from renda.accounts.models import Admission, Invitation, OneTimeCode, User
from renda.kernel.clock.rules import Local, rules_of
from renda.kernel.clock.spans import Days, Hours
from renda.kernel.moment import BEIJING, now, today
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.record import record

INVITED = Local(
    "accounts.invitation",
    usual=Days(14),
    least=Days(1),
    most=Days(60),
    says=gettext_lazy("How long an invitation to an account holds"),
)
ONE_TIME = Local(
    "accounts.one_time_code",
    usual=Hours(24),
    least=Hours(1),
    most=Hours(72),
    says=gettext_lazy("How long a one-time code of the office holds"),
)
FORGOTTEN = timedelta(days=31)
OVER = gettext_lazy("This invitation or code holds no longer. Please ask the office.")


@dataclass(frozen=True)
class Issued:
    """What was just made for one person, in clear. Print it, and forget it.

    `token` is for the link of an invitation; a one-time code has none. `until` is the last moment.
    """

    user: User
    code: str = field(repr=False)
    token: str = field(repr=False)
    until: datetime


@transaction.atomic
def invite(*, user: User, congress_id: int, by: Actor) -> Issued:
    """Let somebody choose their first password. An earlier invitation holds no longer.

    Raises Refused for a closed account, and for somebody who has a password: they get a one-time
    code. It holds until the end of a day, by the local rule `accounts.invitation`.
    """
    person = _locked(user)
    if person.has_usable_password():
        raise Refused(
            _("%(name)s has a password already. Give a one-time code instead.")
            % {"name": person.name}
        )
    issued = Issued(person, codes.new_code(), codes.new_token(), _end_of_day(congress_id))
    void_all(person)
    Invitation.objects.create(
        token_hash=codes.token_print(issued.token), **_kept(issued, by.user_id)
    )
    record(person, "accounts.invite", congress_id=congress_id, actor_id=by.user_id)
    return issued


@transaction.atomic
def give_one_time_code(*, user: User, congress_id: int, by: Actor) -> Issued:
    """Let somebody who forgot the password sign in once and choose a new one.

    The password before holds until then. Raises Refused for a closed account, and for somebody
    who never came in: they are invited again.
    """
    person = _locked(user)
    if not person.has_usable_password():
        raise Refused(
            _("%(name)s has not come in yet. Make a new invitation instead.")
            % {"name": person.name}
        )
    hours = ONE_TIME.span(rules_of(congress_id)).n
    issued = Issued(person, codes.new_code(), "", now() + timedelta(hours=hours))
    void_all(person)
    OneTimeCode.objects.create(**_kept(issued, by.user_id))
    record(person, "accounts.give_one_time_code", congress_id=congress_id, actor_id=by.user_id)
    return issued


@transaction.atomic
def let_in(*, admission: Admission, password: str) -> User:
    """Set the password that the person chose; the invitation or code is used up.

    Every session of the account ends. Raises Refused when it was used, replaced or out of time
    meanwhile: of two who hold it, the first is let in.
    """
    person = User.objects.select_for_update().get(pk=admission.user_id)
    moment = now()
    open_still = type(admission)._default_manager.filter(
        pk=admission.pk, used_at=None, voided_at=None, expires_at__gt=moment
    )
    if not person.is_active or open_still.update(used_at=moment) != 1:
        raise Refused(OVER)
    person.set_password(password)
    person.save(update_fields=["password"])
    sessions.end(person, keep=None)
    return person


def void_all(person: User) -> None:
    """Whatever was handed to this person holds no longer."""
    for kind in (Invitation, OneTimeCode):
        rows = kind._default_manager.filter(user=person, used_at=None, voided_at=None)
        rows.update(voided_at=now())


def forget() -> int:
    """Remove what has been over for a month; returns how many. Runs by night."""
    before = now() - FORGOTTEN
    kinds: tuple[type[Admission], ...] = (Invitation, OneTimeCode)
    gone = [kind._default_manager.filter(expires_at__lt=before).delete()[0] for kind in kinds]
    return sum(gone)


def _locked(user: User) -> User:
    person = User.objects.select_for_update().get(pk=user.pk)
    if not person.is_active:
        raise Refused(_("The account of %(name)s is closed.") % {"name": person.name})
    return person


def _kept(issued: Issued, by_id: int | None) -> dict[str, object]:
    return {
        "user": issued.user,
        "code_hash": codes.code_print(issued.user.pk, issued.code),
        "made_by_id": by_id,
        "made_at": now(),
        "expires_at": issued.until,
    }


def _end_of_day(congress_id: int) -> datetime:
    days = INVITED.span(rules_of(congress_id)).n
    return datetime.combine(today() + timedelta(days=days), time.max, BEIJING)
