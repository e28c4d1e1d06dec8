"""The saved filters of the list."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.kernel.moment import today
from renda.suggestions.listing.clocked import Whose, due_soon, overdue
from renda.suggestions.models import Suggestion
from renda.suggestions.states import SuggestionState as at


@dataclass(frozen=True)
class Chip:
    """A saved filter with its count."""

    name: str
    label: Any
    count: int
    tone: str
    icon: str
    is_current: bool

    @property
    def url(self) -> str:
        """The list with this filter alone."""
        return f"?show={self.name}"


STATES: dict[str, tuple[Any, tuple[str, ...]]] = {
    "draft": (gettext_lazy("Drafts"), (at.DRAFT, at.RETURNED)),
    "review": (gettext_lazy("To review"), (at.SUBMITTED,)),
    "assign": (gettext_lazy("To assign"), (at.REGISTERED,)),
    "receipt": (gettext_lazy("To be signed for"), (at.ASSIGNED,)),
    "handling": (gettext_lazy("Being handled"), (at.RECEIVED, at.REOPENED)),
    "judge": (gettext_lazy("To be judged"), (at.REPLIED,)),
    "again": (gettext_lazy("Handled again"), (at.REOPENED,)),
    "closed": (gettext_lazy("Closed"), (at.CLOSED,)),
}


def chosen(
    rows: QuerySet[Suggestion], name: str, congress_id: int, whose: Whose = None
) -> QuerySet[Suggestion]:
    """The rows of one chip; an unknown name is all of them."""
    if name == "soon":
        return due_soon(rows, congress_id, today(), whose)
    if name == "overdue":
        return overdue(rows, congress_id, today(), whose)
    if name in STATES:
        return rows.filter(state__in=STATES[name][1])
    return rows


def chips(
    rows: QuerySet[Suggestion], congress_id: int, current: str, whose: Whose = None
) -> list[Chip]:
    """Every chip with its count over these rows: three queries."""
    by_state = dict(rows.order_by().values_list("state").annotate(Count("pk")))
    counts = {n: sum(by_state.get(s, 0) for s in states) for n, (_l, states) in STATES.items()}
    soon = due_soon(rows, congress_id, today(), whose).order_by().count()
    late = overdue(rows, congress_id, today(), whose).order_by().count()
    known = current in (*STATES, "soon", "overdue")
    shown = [Chip("", _("All"), sum(by_state.values()), "", "", not known)]
    for name, (label, _states) in STATES.items():
        shown.append(Chip(name, label, counts[name], "", "", name == current))
    shown.insert(5, Chip("soon", _("Due soon"), soon, "t-soon", "soon", current == "soon"))
    shown.insert(6, Chip("overdue", _("Overdue"), late, "t-late", "late", current == "overdue"))
    return shown
