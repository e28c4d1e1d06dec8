"""Who of the new roster is new, who re-elected."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from renda.deputies.models import Mandate, TermChange
from renda.deputies.roles import Beginning
from renda.kernel.lifecycle import registering
from renda.kernel.lifecycle.occasion import Occasion

# What the newer of two entries of one person knows better: the roster just came in.
NEWER = (
    *("nationality", "native_place", "party", "education", "work", "job", "expertise"),
    *("residence", "home", "mobile_sealed", "mobile_hash"),
)


@dataclass(frozen=True)
class Recognised:
    """A seat of the new term, and how it was recognised; `is_contrary` when it says otherwise."""

    mandate: Mandate
    beginning: str

    @property
    def is_contrary(self) -> bool:
        """Whether the roster says re-elected of somebody new, or the reverse."""
        said = self.mandate.beginning
        return bool(said) and said != Beginning.BY_ELECTION and said != self.beginning

    @property
    def label(self) -> Any:
        """As the register writes it."""
        return Beginning(self.beginning).label


def before(change: TermChange) -> QuerySet[Mandate]:
    """Those who hold a seat of the old term on its last day."""
    rows = Mandate.objects.held_on(change.last_on).filter(term=change.old_id)
    return rows.select_related("person", "unit", "delegation").order_by("order", "id")


def entered(change: TermChange) -> QuerySet[Mandate]:
    """The new roster as far as it is entered."""
    rows = Mandate.objects.filter(term=change.new_id)
    return rows.select_related("person", "unit", "delegation").order_by("order", "id")


def again_by_person(change: TermChange) -> dict[int, Mandate]:
    """The seats of the new term by person."""
    return {mandate.person_id: mandate for mandate in entered(change)}


def recognised(change: TermChange) -> list[Recognised]:
    """Every seat of the new term: 连任 who held one of the old term to its end, 新任 all others."""
    old = set(before(change).values_list("person_id", flat=True))
    return [
        Recognised(m, Beginning.AGAIN if m.person_id in old else Beginning.NEW)
        for m in entered(change)
    ]


def confirm(change: TermChange, *, occasion: Occasion) -> int:
    """Write 连任 or 新任 where the roster does not say yet; returns how many were written."""
    blank = [row for row in recognised(change) if not row.mandate.beginning]
    for row in blank:
        values = {"beginning": row.beginning}
        registering.change(row.mandate, "deputies.change_mandate", occasion=occasion, values=values)
    return len(blank)
