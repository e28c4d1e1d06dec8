"""Ending sessions: one, or all but the one in use."""

from allauth.usersessions.models import UserSession

from renda.accounts.models import User
from renda.accounts.queries import sessions_of


def end(user: User, *, keep: str | None, only: int | None = None) -> int:
    """End this person's sessions but the one with the key `keep`; `only` names a single one.

    Returns how many ended. Another person's session is never among them.
    """
    others = sessions_of(user).exclude(session_key=keep or "")
    if only is not None:
        others = others.filter(pk=only)
    ended = list(others)
    for session in ended:
        session.end()
    if only is None:  # rows of sessions that were already over, or have a new key, go as well
        UserSession.objects.filter(user=user).exclude(session_key=keep or "").delete()
    return len(ended)
