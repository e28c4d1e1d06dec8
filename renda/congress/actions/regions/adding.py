"""A place is entered."""

from typing import Any

from renda.congress.codes import is_without_congress, kind_of
from renda.congress.models import Region
from renda.kernel.permits.actor import Actor
from renda.kernel.registers.keeping import enter


def add_region(
    *,
    congress_id: int,
    code: str,
    name: str,
    parent: Region | None = None,
    kind: str = "",
    by: Actor | None = None,
    **more: Any,
) -> Region:
    """Enter a place; what is not said of it is guessed from its code and name."""
    kind = kind or kind_of(code, name)
    more.setdefault("is_without_congress", is_without_congress(kind, name))
    row = Region(code=code, name=name, kind=kind, parent=parent, **more)
    return enter(row, "congress.add_region", by=by, congress_id=congress_id)
