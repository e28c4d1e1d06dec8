"""The roll of a congress: the accounts of its people, as the administrator sees them.

No content stands in it. Of somebody who holds nothing here any more, and whose account another
congress keeps, only the name is shown.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.accounts import second_factor
from renda.accounts.phones import fingerprint, is_phone, normalise
from renda.accounts.queries import invited, invited_until, sessions_of
from renda.congress.belonging import Holding, holdings_of, keepers, people_of, without_anything
from renda.congress.models import Congress
from renda.kernel.clock.left import Badge
from renda.kernel.moment import BEIJING, today
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.models import Event
from renda.kernel.trail.naming import names_in
from renda.kernel.trail.timeline import events_of

ALL = gettext_lazy("All")
Narrows = Callable[[QuerySet[Any], int], QuerySet[Any]]


def _without_factor(rows: QuerySet[Any], _here: int) -> QuerySet[Any]:
    shown = Authenticator.objects.filter(user=OuterRef("pk"), type__in=second_factor.REAL)
    return rows.filter(~Exists(shown), is_active=True)


CHIPS: dict[str, tuple[Any, Narrows]] = {
    "never": (
        gettext_lazy("Never signed in"),
        lambda rows, _here: rows.filter(last_login=None, is_active=True),
    ),
    "invited": (gettext_lazy("Invitation open"), lambda rows, _here: invited(rows)),
    "no_factor": (gettext_lazy("Without second factor"), _without_factor),
    "no_post": (gettext_lazy("Without a post"), without_anything),
    "closed": (gettext_lazy("Closed accounts"), lambda rows, _here: rows.filter(is_active=False)),
}


@dataclass(frozen=True)
class Row:
    """One account on the roll."""

    user: Any
    held: Sequence[Holding]
    is_kept_here: bool
    invited_until: datetime | None
    has_factor: bool

    @property
    def is_shown(self) -> bool:
        """Whether more than the name is this congress's business."""
        return self.is_kept_here or bool(self.held)

    @property
    def last_on(self) -> date | None:
        """The day of the last sign-in; the hour is nobody's business."""
        last = self.user.last_login
        return last.astimezone(BEIJING).date() if last else None

    @property
    def phone_tail(self) -> str:
        """The last digits of the mobile number."""
        return tail_of(self.user)

    @property
    def badge(self) -> Badge:
        """How the account stands, in a word."""
        if not self.user.is_active:
            return Badge("", "lock", _("account closed"))
        if self.user.has_usable_password():
            return Badge("t-ok", "done", _("open"))
        if self.invited_until is not None:
            return Badge("t-now", "inbox", _("invited"))
        return Badge("t-soon", "soon", _("not invited"))


@dataclass(frozen=True)
class Told:
    """Something that was done to an account from here."""

    at: datetime
    who: str
    what: str
    why: str


def tail_of(user: Any) -> str:
    """The last digits of a mobile number, or that there is one."""
    try:
        return str(user.phone_tail)
    except Refused:  # sealed with a key of before
        return "····"


def found(congress_id: int, word: str, chip: str) -> QuerySet[Any]:
    """The accounts with this word in name or user name, or with this number, under this chip."""
    rows = people_of(congress_id)
    if chip in CHIPS:
        rows = CHIPS[chip][1](rows, congress_id)
    word = word.strip().replace("\x00", "")[:60]
    if is_phone(word):
        return rows.filter(phone_hash=fingerprint(normalise(word)))
    return rows.filter(Q(name__icontains=word) | Q(username__icontains=word)) if word else rows


def rows_of(users: Sequence[Any], congress_id: int) -> list[Row]:
    """With what each holds here, in a fixed number of queries."""
    ids, day = [user.pk for user in users], today()
    held = holdings_of(ids)
    kept = keepers(held, ids)
    waiting, factors = invited_until(ids), second_factor.holders(ids)
    return [
        Row(
            user=user,
            held=[
                h for h in held[user.pk] if h.congress_id == congress_id and not h.is_over_on(day)
            ],
            is_kept_here=kept.get(user.pk) == congress_id,
            invited_until=waiting.get(user.pk),
            has_factor=user.pk in factors,
        )
        for user in users
    ]


@dataclass(frozen=True)
class Account:
    """One account with everything that its page tells."""

    row: Row
    here: Sequence[Holding]
    elsewhere: int
    keeper: Congress | None
    devices: int
    is_demanded: bool


def account(user: Any, congress: Congress) -> Account:
    """The account of somebody here."""
    held = holdings_of([user.pk])
    mine = held[user.pk]
    kept_by = keepers(held, [user.pk]).get(user.pk)
    others = {h.congress_id for h in mine if not h.is_over_on(today())} - {congress.pk}
    return Account(
        row=rows_of([user], congress.pk)[0],
        here=sorted(
            (h for h in mine if h.congress_id == congress.pk),
            key=lambda h: (h.is_over_on(today()), -h.from_on.toordinal()),
        ),
        elsewhere=len(others),
        keeper=Congress.objects.filter(pk=kept_by).first(),
        devices=sessions_of(user).count(),
        is_demanded=second_factor.is_demanded(user),
    )


DONE = {
    "accounts.create_user": gettext_lazy("Account made"),
    "accounts.invite": gettext_lazy("Invited"),
    "accounts.give_one_time_code": gettext_lazy("One-time code given"),
    "accounts.reset_second_factor": gettext_lazy("Second factor taken away"),
    "accounts.close_account": gettext_lazy("Account closed"),
    "accounts.open_account": gettext_lazy("Account opened"),
    "accounts.rename_user": gettext_lazy("User name changed"),
    "accounts.correct_name": gettext_lazy("Name corrected"),
    "accounts.change_phone": gettext_lazy("Mobile number changed"),
}


def history(user: Any, congress_id: int) -> list[Told]:
    """What was done to the account from here, the newest first."""
    events = events_of([("accounts.user", [user.pk])])
    events = [e for e in events if e.congress_id == congress_id]
    names = names_in(events)
    return [_told(event, names) for event in reversed(events)]


def _told(event: Event, names: dict[tuple[str, int], str]) -> Told:
    words: Any = getattr(event, "words", None)
    said = dict(words.said) if words is not None else {}
    why = said.get("reason", "")
    if "from" in said and "to" in said:
        why = f"{said['from']} → {said['to']}"
    who = names.get(("user", event.actor_id or 0), "")
    return Told(event.recorded_at, who, str(DONE.get(event.action, event.action)), str(why))
