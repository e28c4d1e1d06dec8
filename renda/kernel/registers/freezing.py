"""What is closed: rows that may no longer be written, such as those of a term that is over.

A domain says for each kind of row whether it is closed and for whom; the kernel asks before a row
is entered, changed, withdrawn or a change undone. What the system itself does is never refused.
"""

from collections.abc import Callable, Hashable, Iterable

from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.models import Kept

# check(row, by, reason): why this person may not write the row, or "". `reason` is what they gave
# for the change, and None where nothing asks for one.
Check = Callable[[Kept, Actor, str | None], str]
Alike = Callable[[Kept], Hashable]  # rows of which this is the same are closed together
_checks: dict[str, tuple[Check, Alike]] = {}


def closes(model: str, check: Check, alike: Alike) -> None:
    """Register when rows of this model (`label_lower`) are closed; apps call it when ready."""
    _checks[model] = (check, alike)


def why_closed(row: Kept, by: Actor | None, reason: str | None = None) -> str:
    """Why this person may not write the row, in words; "" when they may."""
    known = _checks.get(row._meta.label_lower)
    if known is None or by is None or by.is_system:
        return ""
    check, _alike = known
    return str(check(row, by, reason))


def refuse_closed(row: Kept, by: Actor | None, reason: str | None = None) -> None:
    """Raises Refused when the row is closed to this person."""
    if why := why_closed(row, by, reason):
        raise Refused(why)


def refuse_closed_all(rows: Iterable[Kept], by: Actor | None) -> None:
    """The same for a whole file: of rows that close together one is asked about."""
    asked = set()
    for row in rows:
        label = row._meta.label_lower
        known = _checks.get(label)
        if known is not None and (key := (label, known[1](row))) not in asked:
            asked.add(key)
            refuse_closed(row, by)
