"""Questions about congresses, their sessions and bodies."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from renda.accounts.office import Line
from renda.congress.models import Body, Congress, Session
from renda.congress.roles import BodyKind
from renda.kernel.moment import today


def congress_id_named(slug: str) -> int | None:
    """The congress with this address, for commands."""
    return Congress.objects.filter(slug=slug).values_list("pk", flat=True).first()


def listed() -> list[tuple[str, str]]:
    """Addresses and names of the congresses, for whoever asks by which calendar to count."""
    return list(Congress.objects.values_list("slug", "short_name"))


def telephones(_request: object) -> list[Line]:
    """Whom to call about an account, on the sign-in page: the congresses' own offices."""
    rows = Congress.objects.exclude(phone="").order_by("path").values_list("short_name", "phone")
    return [Line(name, phone) for name, phone in rows[:5]]


def body_names(ids: Iterable[int]) -> dict[int, str]:
    """What bodies are called, for the timeline."""
    return dict(Body.objects.filter(pk__in=list(ids)).values_list("pk", "name"))


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


def committees(congress_id: int) -> QuerySet[Body]:
    """The bodies that can judge in a deputy's place today: special committees; the presidium of a
    township, which has none."""
    kinds = (BodyKind.COMMITTEE, BodyKind.PRESIDIUM)
    return Body.objects.there_on(today()).filter(congress_id=congress_id, kind__in=kinds)


def organs(congress_id: int, day: date) -> QuerySet[Body]:
    """The organs that can be given something to handle on this day, in their official order."""
    return Body.objects.filter(congress_id=congress_id, kind=BodyKind.ORGAN).filter(
        Q(until_on=None) | Q(until_on__gte=day)
    )
