"""Who sits where on a day, sat before, will sit."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from renda.congress.models import Body, Congress
from renda.deputies.models import Membership
from renda.deputies.seats.shapes import Seat


def members_on(body: Body, day: date) -> list[Seat]:
    """Who sits in a body on a day, in order of precedence: one query."""
    return members_of([body], day)[body.pk]


def members_of(bodies: Iterable[Body], day: date) -> dict[int, list[Seat]]:
    """Who sits in each of these bodies on a day, in order of precedence: one query for all."""
    wanted = {body.pk: body for body in bodies}
    found: dict[int, list[Seat]] = {pk: [] for pk in wanted}
    for row in _rows(Membership.objects.held_on(day).filter(body__in=wanted)):
        found[row.body_id].append(Seat(row))
    return {pk: sorted(seats, key=lambda s: s.precedence) for pk, seats in found.items()}


def earlier(body: Body, day: date) -> list[Seat]:
    """Who has left a body before a day, the last first."""
    rows = Membership.objects.filter(body=body, until_on__lt=day)
    return [Seat(row) for row in _rows(rows).order_by("-until_on", "pk")]


def to_come(body: Body, day: date) -> list[Seat]:
    """Who will sit in a body after a day."""
    rows = Membership.objects.filter(body=body, from_on__gt=day)
    return [Seat(row) for row in _rows(rows).order_by("from_on", "pk")]


def bodies_of(congress: Congress, kind: str, day: date) -> list[Body]:
    """The bodies of a kind that there were on a day."""
    return list(Body.objects.there_on(day).filter(congress=congress, kind=kind))


def _rows(rows: QuerySet[Membership]) -> QuerySet[Membership]:
    return rows.select_related("person", "body", "congress", "mandate__congress", "mandate__unit")
