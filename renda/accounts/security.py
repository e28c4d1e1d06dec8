"""The security log: sign-ins, refusals, looks and exports (网络安全法23), apart from the trail."""

from datetime import date, datetime, time, timedelta

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from renda.accounts.address import address_of
from renda.accounts.models import SecurityEntry, User
from renda.kernel.moment import BEIJING, now, today

KEPT_MONTHS = 12
SHORTEST_MONTHS = 6  # 网络安全法23: not less than six months
_MONTH = timedelta(days=31)  # never shorter than a calendar month

Kind = SecurityEntry.Kind


def record(
    request: HttpRequest | None,
    kind: str,
    user: User | AnonymousUser | None = None,
    detail: str = "",
    *,
    who: str = "",
) -> SecurityEntry:
    """Write one entry. `who` is a name that nobody has: only its keyed hash is kept. Commands
    have no request: the entry tells of no address and no page then."""
    return SecurityEntry.objects.create(
        at=now(),
        kind=kind,
        user_id=user.pk if user is not None else None,
        who_hash=name_hash(who) if who else "",
        ip=address_of(request) if request else None,
        agent=_clean(request.META.get("HTTP_USER_AGENT", ""))[:200] if request else "",
        path=_said_path(request)[:300] if request else "",
        detail=_clean(detail)[:200],
    )


def refused(request: HttpRequest) -> None:
    """A page was refused (403): the kernel tells us of each."""
    user = request.user if request.user.is_authenticated else None
    record(request, Kind.REFUSED, user)


def exported(request: HttpRequest, detail: str) -> None:
    """A list went out as a file: which one, and how many rows."""
    user = request.user if request.user.is_authenticated else None
    record(request, Kind.EXPORT, user, detail)


def name_hash(who: str) -> str:
    """What stands for an unknown name: equal names are seen to be equal, none can be read."""
    return salted_hmac("renda.accounts.security", who, algorithm="sha256").hexdigest()


def purge(day: date | None = None, *, kept_months: int = KEPT_MONTHS) -> int:
    """Remove what is older than the time kept; returns how many. Raises ValueError under six."""
    if kept_months < SHORTEST_MONTHS:
        raise ValueError(f"The security log is kept at least {SHORTEST_MONTHS} months.")
    before = datetime.combine(day or today(), time.min, BEIJING) - kept_months * _MONTH
    old = SecurityEntry.objects.filter(at__lt=before)
    return old._raw_delete(old.db)


def _said_path(request: HttpRequest) -> str:
    """The page, without what must not be kept in clear: a link's token is a key."""
    match = request.resolver_match
    token = str(match.kwargs.get("token", "")) if match else ""
    return _clean(request.path.replace(token, "…") if token else request.path)


def _clean(text: str) -> str:
    """PostgreSQL takes no NUL, whatever a browser sends."""
    return text.replace("\x00", "")
