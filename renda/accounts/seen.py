"""When a signed-in person was last here: in a signed cookie, so that pages need not write.

The cookie belongs to one session: it is signed with the session's key. Where it is missing, the
session itself says when it began.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from renda.kernel.moment import now

SEEN, LATE = "renda_seen", "renda_late"
BEGAN = "renda_signed_in_at"
REFRESHED = timedelta(minutes=1)


def begin(request: HttpRequest) -> None:
    """Note in the new session when it began: the limit on a whole session counts from here."""
    request.session[BEGAN] = now().timestamp()


def is_signed_in(request: HttpRequest) -> bool:
    """Without a session's cookie nobody asks the database."""
    is_here = settings.SESSION_COOKIE_NAME in request.COOKIES or request.session.modified
    return is_here and request.user.is_authenticated


def is_idle(request: HttpRequest) -> bool:
    """Whether nothing was done for too long."""
    last = _last_seen(request)
    return last is not None and _age(last) > timedelta(minutes=settings.RENDA_IDLE_MINUTES)


def is_too_old(request: HttpRequest) -> bool:
    """Whether this session began too long ago, however busy it is."""
    began = request.session.get(BEGAN)
    return began is not None and _age(began) > timedelta(hours=settings.RENDA_SESSION_HOURS)


def refresh(request: HttpRequest, answer: HttpResponse) -> None:
    """Tell the browser that the person was here, at most once a minute."""
    told = _told(request)
    if told is None or _age(told) >= REFRESHED:
        stamp = str(now().timestamp())
        _set(answer, SEEN, _signer(request).sign(stamp))
    if LATE in request.COOKIES:
        answer.delete_cookie(LATE, samesite="Lax")


def remember_late(answer: HttpResponse, user_id: int) -> None:
    """Let text still being typed find its writer, until the next sign-in in this browser."""
    _set(answer, LATE, signing.dumps(user_id, salt=LATE))


def late_user_id(request: HttpRequest) -> int | None:
    """Whose session ended in this browser while they were typing."""
    try:
        longest = timedelta(hours=settings.RENDA_SESSION_HOURS)
        kept = signing.loads(request.COOKIES.get(LATE, ""), salt=LATE, max_age=longest)
    except signing.BadSignature:
        return None
    return kept if isinstance(kept, int) else None


def _last_seen(request: HttpRequest) -> float | None:
    told = _told(request)
    began: float | None = request.session.get(BEGAN)
    return told if told is not None else began


def _told(request: HttpRequest) -> float | None:
    try:
        return float(_signer(request).unsign(request.COOKIES.get(SEEN, "")))
    except (signing.BadSignature, ValueError):
        return None


def _signer(request: HttpRequest) -> signing.Signer:
    return signing.Signer(salt=f"{SEEN}.{request.session.session_key}")


def _age(moment: float) -> timedelta:
    return now() - datetime.fromtimestamp(moment, now().tzinfo)


def _set(answer: HttpResponse, name: str, value: str) -> None:
    answer.set_cookie(
        name, value, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )
