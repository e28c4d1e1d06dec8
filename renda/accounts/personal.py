"""What an account holds of a person: the sign-in, the devices, the security log."""

from collections.abc import Iterable
from typing import Any

from allauth.mfa.models import Authenticator
from django.apps import apps
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.accounts import sessions
from renda.accounts.devices import device_of
from renda.accounts.models import FormerName, Invitation, OneTimeCode, SecurityEntry, User
from renda.accounts.queries import sessions_of
from renda.kernel.personal.holding import Erasing, Holding, Record, Stays, Whom, finds, holds
from renda.kernel.trail.models import Event
from renda.kernel.trail.record import erase_words

# Rows that vendors keep of an account: sessions, second factors.
VENDORS = ("account", "mfa", "usersessions")


def find(whom: Whom) -> Whom:
    """The account's mobile number."""
    user = _user(whom)
    return whom.reached_at([user.phone_hash or ""]) if user is not None else whom


def _user(whom: Whom) -> User | None:
    return User.objects.filter(pk=whom.user_id).first() if whom.user_id is not None else None


def _tell_account(whom: Whom) -> list[Record]:
    user = _user(whom)
    if user is None:
        return []
    lines = [
        (_("name"), user.name),
        (_("user name"), user.username),
        (_("mobile number"), user.phone),
        (_("last signed in"), user.last_login),
        (_("may sign in"), user.is_active),
    ]
    former = FormerName.objects.filter(user=user).values_list("username", flat=True)
    lines += [(_("former user name"), name) for name in former]
    lines += [
        (_("second factor"), f"{factor.get_type_display()} {factor.created_at:%Y-%m-%d}")
        for factor in Authenticator.objects.filter(user=user)
    ]
    return [Record(user.name, lines)]


def _go_account(whom: Whom) -> list[str]:
    user = _user(whom)
    if user is None or user.is_erased:
        return []
    held = [_("User name and password: the account is closed")]
    if user.phone_hash:
        held.append(_("Mobile number of the account"))
    if many := sessions_of(user).count():
        held.append(_("Devices signed in: %(n)d") % {"n": many})
    return held


def _stay_account(whom: Whom) -> list[Stays]:
    if whom.user_id is None:
        return []
    return [
        Stays(
            _("The name behind what was done with the account"),
            _("The trail says who did what, and must stay true."),
            _("Archives Law"),
        ),
    ]


def _erase_account(whom: Whom, erasing: Erasing) -> None:
    user = _user(whom)
    if user is None:
        return
    user = User.objects.select_for_update().get(pk=user.pk)
    sessions.end(user, keep=None)
    for model in (FormerName, Invitation, OneTimeCode):
        model.objects.filter(user=user).delete()
    for rows in _vendor_rows(user):
        rows.delete()
    user.username, user.phone, user.is_active = user.erased_name, None, False
    user.last_login = None
    user.set_unusable_password()
    user.save()
    mine = Event.objects.filter(subject_type=user._meta.label_lower, subject_id=user.pk)
    for event in mine.filter(words__isnull=False).order_by("congress_id", "seq"):
        erase_words(event, actor_id=erasing.by.user_id)  # old names, digits of numbers, reasons


def _vendor_rows(user: User) -> Iterable[Any]:
    for label in VENDORS:
        if not apps.is_installed(f"allauth.{label}"):
            continue
        for model in apps.get_app_config(label).get_models():
            if any(f.name == "user" for f in model._meta.concrete_fields):
                yield model._default_manager.filter(user=user)


def _tell_sessions(whom: Whom) -> list[Record]:
    user = _user(whom)
    if user is None:
        return []
    return [
        Record(
            str(device_of(row.user_agent).browser),
            [(_("since"), row.created_at), (_("address"), row.ip)],
        )
        for row in sessions_of(user)
    ]


def _tell_log(whom: Whom) -> list[Record]:
    if whom.user_id is None:
        return []
    return [
        Record(
            str(row.get_kind_display()),
            [(_("at"), row.at), (_("address"), row.ip), (_("browser"), row.agent)],
        )
        for row in SecurityEntry.objects.filter(user_id=whom.user_id)
    ]


def _stay_log(whom: Whom) -> list[Stays]:
    many = SecurityEntry.objects.filter(user_id=whom.user_id).count() if whom.user_id else 0
    if not many:
        return []
    return [
        Stays(
            _("Sign-ins in the security log: %(n)d") % {"n": many},
            _("To be kept for six months at least; then they leave by themselves."),
            _("Cybersecurity Law 23"),
        )
    ]


def declare() -> None:
    """Tell the registry of them."""
    finds(find)
    holds(
        Holding(
            key="account",
            name=gettext_lazy("Account"),
            place=10,
            tells=_tell_account,
            goes=_go_account,
            stays=_stay_account,
            erases=_erase_account,
        )
    )
    holds(
        Holding(
            key="sessions",
            name=gettext_lazy("Devices signed in"),
            place=12,
            tells=_tell_sessions,
        )
    )
    holds(
        Holding(
            key="security_log",
            name=gettext_lazy("Sign-ins and looks"),
            place=14,
            tells=_tell_log,
            stays=_stay_log,
        )
    )
