"""Of which terms a row is, so that it closes with them: the registers of the outgoing office."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from renda.congress.models import Term
from renda.congress.roles import KEPT_ON, TERM_BOUND
from renda.deputies.models import Membership

Terms = Callable[[Any], Iterable[int | None]]


def _terms_of_seat(row: Membership) -> list[int | None]:
    """The term of its mandate here; without one, the term in which it began. Party groups and the
    like are not bound to a term."""
    if row.mandate is not None and row.mandate.congress_id == row.congress_id:
        return [row.mandate.term_id]
    if row.body.kind not in (*TERM_BOUND, *KEPT_ON):
        return []
    begun = Term.objects.filter(congress_id=row.congress_id, from_on__lte=row.from_on)
    term = begun.order_by("-number").first()
    return [term.pk if term is not None else None]


TERMS_OF: Mapping[str, Terms] = {
    "deputies.mandate": lambda mandate: [mandate.term_id],
    "deputies.membership": _terms_of_seat,
    "deputies.electoralunit": lambda unit: [unit.term_id],
    "deputies.suspension": lambda suspension: [suspension.mandate.term_id],
}
