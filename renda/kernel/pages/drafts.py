"""Typed but not sent: kept by itself, so that a sign-out or a dead battery loses nothing."""

from typing import Any

from renda.kernel.moment import now
from renda.kernel.pages.coming import NUL
from renda.kernel.pages.models import Draft

LONGEST = 200_000  # characters of one form; beyond it only the last kept text stays
LEFT_OUT = ("csrfmiddlewaretoken", "key", "version", "form_key")


def keep(
    user_id: int | None, congress_id: int, form_key: str, content: dict[str, Any]
) -> Draft | None:
    """Keep what is in a form: {field: [values]}. Nothing is kept of an empty or enormous one."""
    # PostgreSQL keeps no NUL in JSON; nobody typed one on purpose.
    typed = {
        k: [text.replace("\x00", "") for text in v]
        for k, v in content.items()
        if k not in LEFT_OUT and any(v)
    }
    size = sum(len(value) for values in typed.values() for value in values)
    if not typed or size > LONGEST or not form_key or user_id is None:
        return None
    draft, _is_new = Draft.objects.update_or_create(
        user_id=user_id,
        congress_id=congress_id,
        form_key=_held(form_key)[:120],
        defaults={"content": typed, "saved_at": now()},
    )
    return draft


def kept(user_id: int | None, congress_id: int, prefix: str) -> dict[str, Draft]:
    """This person's drafts whose form key begins so, by form key: one query for a page."""
    if user_id is None:
        return {}
    rows = Draft.objects.filter(
        user_id=user_id, congress_id=congress_id, form_key__startswith=prefix
    )
    return {row.form_key: row for row in rows}


def drop(user_id: int | None, congress_id: int, form_key: str) -> None:
    """The form was sent: its draft is done."""
    if user_id is None:
        return
    Draft.objects.filter(user_id=user_id, congress_id=congress_id, form_key=form_key).delete()


def _held(text: str) -> str:
    """A form is also kept by the sign-out, before any act has looked at it."""
    return text.replace(NUL, "")
