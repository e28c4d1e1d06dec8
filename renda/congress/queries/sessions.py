"""Terms, sessions and meetings on a day."""

from datetime import date

from django.db.models import Q

from renda.congress.models import (
    Session,
    Sitting,
    Term,
)
from renda.congress.roles import BodyKind
from renda.kernel.moment import today


def session_for(congress_id: int, day: date) -> Session | None:
    """The session to which a day belongs: the one in progress, or the last one before it."""
    return (
        Session.objects.filter(congress_id=congress_id, opens_on__lte=day)
        .select_related("term", "congress")
        .order_by("-opens_on")
        .first()
    )


def sessions_of(congress_id: int) -> list[Session]:
    """The sessions that have opened, with their terms, the newest first."""
    rows = Session.objects.filter(congress_id=congress_id, opens_on__lte=today())
    return list(rows.select_related("term", "congress").order_by("-opens_on"))


def term_on(congress_id: int, day: date) -> Term | None:
    """The term that runs on a day: the last one that had begun and not ended before it."""
    running = Q(until_on=None) | Q(until_on__gte=day)
    rows = Term.objects.filter(running, congress_id=congress_id, from_on__lte=day)
    return rows.order_by("-from_on").first()


def last_sitting(congress_id: int, kind: BodyKind) -> Sitting | None:
    """The latest meeting of the congress's body of this kind."""
    rows = Sitting.objects.filter(congress_id=congress_id, body__kind=kind)
    return rows.order_by("-opens_on", "-pk").first()
