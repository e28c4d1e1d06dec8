"""What is closed: rows that may no longer be written, such as those of a term that is over.

A domain says for each kind of row whether it is closed and for whom; the kernel asks before a row
is entered, changed, withdrawn or a change undone. What the system itself does is never refused.
"""

from collections.abc import Callable

from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.models import Kept

# check(row, by, reason): why this person may not write the row, or "". `reason` is what they gave
# for the change, and None where nothing asks for one.
Check = Callable[[Kept, Actor, str | None], str]
_checks: dict[str, Check] = {}


def closes(model: str, check: Check) -> None:
    """Register when rows of this model (`label_lower`) are closed; apps call it when ready."""
    _checks[model] = check


def why_closed(row: Kept, by: Actor | None, reason: str | None = None) -> str:
    """Why this person may not write the row, in words; "" when they may."""
    check = _checks.get(row._meta.label_lower)
    if check is None or by is None or by.is_system:
        return ""
    return str(check(row, by, reason))


def refuse_closed(row: Kept, by: Actor | None, reason: str | None = None) -> None:
    """Raises Refused when the row is closed to this person."""
    if why := why_closed(row, by, reason):
        raise Refused(why)
