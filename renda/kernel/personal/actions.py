"""Copying and erasing a person's data, and withdrawing a consent. Each is written in the trail."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.personal import copying
from renda.kernel.personal.holding import (
    Erasing,
    Whom,
    homes_of,
    in_order,
    why_not_yet,
)
from renda.kernel.personal.holding import withdraw as withdraw_from
from renda.kernel.trail.record import record


@transaction.atomic
def copy_of(whom: Whom, face: Any, *, by: Actor, congress_id: int = 0) -> bytes:
    """The zip with everything held of them. `face` is the row that stands for them in the trail."""
    is_own = by.user_id is not None and by.user_id == whom.user_id
    archive = copying.packed(whom, for_themself=is_own)
    if home := congress_id or next(iter(homes_of(whom)), 0):
        record(face, "personal.copy", congress_id=home, actor_id=by.user_id)
    return archive


@transaction.atomic
def erase(whom: Whom, face: Any, *, by: Actor, congress_id: int = 0) -> None:
    """Erase what the law lets be erased (PIPL 47), in one act; what must stay stays, and the trail
    says by which events words were erased. Raises Refused while an office needs the data."""
    if why := why_not_yet(whom):
        raise Refused(why)
    homes = homes_of(whom)
    home = congress_id or next(iter(homes), 0)
    if not home:
        raise Refused(_("This person is not known in any congress; the administrator can help."))
    erasing = Erasing(by, home)
    for holding in in_order():
        holding.erases(whom, erasing)
    for known_in in sorted({home, *homes}):  # each congress's trail says that it was done
        record(face, "personal.erase", congress_id=known_in, actor_id=by.user_id)


@transaction.atomic
def withdraw_consent(whom: Whom, key: str, *, by: Actor) -> None:
    """End what rested on a consent, at once (PIPL 15). Raises Refused when it rests on none."""
    home = next(iter(homes_of(whom)), 0)
    if not withdraw_from(whom, key, Erasing(by, home)):
        raise Refused(_("This is not shown any more. Load the page again."))
