"""People on a list of an upper floor who have no account yet, such as deputies: given one, or
joined with the one they have by another post. Who is who is decided by a person, never by name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from renda.accounts.actions import Issued, invite
from renda.accounts.queries import find
from renda.congress.belonging import people_of
from renda.congress.enrolling import Newcomer, make, user_names
from renda.congress.models import Congress
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused

NEW = "new"


@dataclass(frozen=True)
class Candidate:
    """Somebody without an account: `key` is the list's own, `about` tells them apart."""

    key: str
    name: str
    about: str
    phone: str = ""


@dataclass(frozen=True)
class Roster:
    """A list of people that an upper floor keeps: who of a congress is without an account, and how
    one is joined with a person: `join(key, user, congress, by)`."""

    waiting: Callable[[Congress], Sequence[Candidate]]
    join: Callable[[str, Any, Congress, Actor], None]


_rosters: dict[str, Roster] = {}


def register(name: str, roster: Roster) -> None:
    """Say where people without an account are listed; apps call it when they are ready."""
    _rosters[name] = roster


def waiting(congress: Congress) -> dict[str, Candidate]:
    """Everyone without an account, by a key that names the list too."""
    return {
        f"{name}-{one.key}": one
        for name, roster in _rosters.items()
        for one in roster.waiting(congress)
    }


def same_names(congress: Congress, people: Sequence[Candidate]) -> dict[str, list[Any]]:
    """The accounts here that are called like one of these: perhaps theirs."""
    found: dict[str, list[Any]] = {}
    for user in people_of(congress.pk).filter(name__in=[one.name for one in people]):
        found.setdefault(user.name, []).append(user)
    return found


@transaction.atomic
def give_accounts(*, congress: Congress, chosen: Mapping[str, Any], by: Actor) -> list[Issued]:
    """Give each of these a new account (`NEW`), or join them with the account named.

    Raises Refused for somebody who has one by now, and for a mobile number of another account.
    """
    known = waiting(congress)
    if not chosen.keys() <= known.keys():
        raise Refused(_("Somebody on the list has an account by now. Load the page again."))
    new = [Newcomer(known[key].name) for key, user in chosen.items() if user == NEW]
    names = iter(user_names(congress, new))
    issued = []
    for key, chose in chosen.items():
        user = chose
        if chose == NEW:
            user = _made(known[key], next(names), congress, by)
            issued.append(invite(user=user, congress_id=congress.pk, by=by))
        name, _dash, own_key = key.partition("-")
        _rosters[name].join(own_key, user, congress, by)
    return issued


def _made(one: Candidate, username: str, congress: Congress, by: Actor) -> Any:
    if one.phone and (other := find(one.phone)) is not None:
        raise Refused(
            _("The mobile number of %(name)s is that of the account %(username)s: choose it.")
            % {"name": one.name, "username": other.username}
        )
    return make(Newcomer(one.name, phone=one.phone), username, congress, by)
