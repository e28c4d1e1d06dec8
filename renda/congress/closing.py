"""A closed term: from its hour on the outgoing office changes nothing of its registers any more.

The archive stays readable. What is found wrong later is set right by the administrator, or by who
came into office after that hour, and they say why.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from renda.congress.models import Post, Term
from renda.congress.naming import term_name
from renda.congress.roles import Role
from renda.kernel.moment import now, today
from renda.kernel.permits.actor import Actor
from renda.kernel.registers.freezing import closes
from renda.kernel.registers.models import Kept

Terms = Callable[[Any], Iterable[int | None]]


def closes_with_its_term(model: str, terms: Terms) -> None:
    """Rows of this model close with a term; `terms(row)` gives the ids of the terms it is of."""

    def of(row: Kept) -> frozenset[int]:
        return frozenset(pk for pk in terms(row) if pk is not None)

    def check(row: Kept, by: Actor, reason: str | None) -> str:
        ids = of(row)
        closed = Term.objects.filter(pk__in=ids, freezes_at__lte=now())
        term = closed.select_related("congress").first() if ids else None
        return why_closed(term, by, reason) if term is not None else ""

    closes(model, check, of)


def why_closed(term: Term, by: Actor, reason: str | None) -> str:
    """Why this person may not write rows of a term that is closed; "" when they may."""
    named = {"term": term_name(term), "day": f"{localdate(term.freezes_at):%Y-%m-%d}"}
    if not _may_correct(term, by):
        return (
            _(
                "The registers of %(term)s have been closed since %(day)s. The administrator, or"
                " who came into office after that, can still set something right and say why."
            )
            % named
        )
    if reason is not None and not reason.strip():
        return _("The registers of %(term)s are closed. Say why this is set right now.") % named
    return ""


def _may_correct(term: Term, by: Actor) -> bool:
    if by.holds(Role.ADMINISTRATOR):
        return True
    assert term.freezes_at is not None and by.user_id is not None
    later = Post.objects.held_on(today()).filter(
        user_id=by.user_id,
        body__congress_id=term.congress_id,
        from_on__gt=localdate(term.freezes_at),
    )
    return later.exists()
