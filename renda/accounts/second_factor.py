"""二次验证: who must show a second factor, who has one, and whether this session has shown it.

Accounts know no roles: whoever knows them registers a policy (`second_factor.register`). The
middleware `demanding` asks it on every page, not at sign-in only: a rule also holds for a session
that is older than the rule.
"""

from collections.abc import Callable, Iterable

from allauth.mfa.models import Authenticator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from renda.accounts import proof
from renda.accounts.models import User
from renda.kernel.permits.refusal import Refused

Policy = Callable[[User], bool]
Kind = Authenticator.Type
REAL = (Kind.TOTP, Kind.WEBAUTHN)  # recovery codes stand in for one, and are none by themselves

_policies: list[Policy] = []


def register(policy: Policy) -> None:
    """Say who must have one: `policy(user)`. It is asked on every page until this session has
    shown a second factor, so it may cost one query and no more."""
    if policy not in _policies:
        _policies.append(policy)


def is_demanded(user: User) -> bool:
    """Whether a rule asks this person for a second factor."""
    return any(policy(user) for policy in _policies)


def factors_of(user: User) -> QuerySet[Authenticator]:
    """The person's own second factors, without the recovery codes; the oldest first."""
    return Authenticator.objects.filter(user=user, type__in=REAL).order_by("created_at", "pk")


def has_one(user: User) -> bool:
    """Whether there is anything to show."""
    return factors_of(user).exists()


def holders(user_ids: Iterable[int]) -> set[int]:
    """Who of these has a second factor: one query for a list of accounts."""
    rows = Authenticator.objects.filter(user_id__in=list(user_ids), type__in=REAL)
    return set(rows.values_list("user_id", flat=True))


def is_shown(request: HttpRequest) -> bool:
    """Whether this session has shown one. Asks the session only, never the database."""
    return bool(proof.factor_of(request, request.user))


def refuse_last(user: User, factor: Authenticator) -> None:
    """Raises Refused when it is the only one and a rule asks for one."""
    if is_demanded(user) and not factors_of(user).exclude(pk=factor.pk).exists():
        raise Refused(
            _("Your post asks for a second factor. Add another one first, then remove this one.")
        )
