"""Seats that should not be: beside an office the law excludes, or without a mandate."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from renda.congress.models import Post
from renda.congress.roles import BodyKind, OrganKind
from renda.deputies.models import Membership
from renda.deputies.offices import INCOMPATIBLE, NOTHING, rests_on
from renda.deputies.roles import Ground, Office
from renda.deputies.seats.shapes import Seat

# Posts at these are not of the administration, supervision, courts or procuratorates.
COMPATIBLE = (
    OrganKind.PARTY,
    OrganKind.ENTERPRISE,
    OrganKind.CENTRAL,
    OrganKind.OWN,
    OrganKind.OTHER,
)


def incompatible(seats: Iterable[Seat], day: date) -> list[tuple[Seat, list[Post]]]:
    """Posts held on a day that may not be held beside such a seat (组织法47.3、18.2), each person
    once: one query. A post at an organ whose kind nobody has entered counts."""
    barred: dict[int, Seat] = {
        s.membership.person.user_id: s
        for s in seats
        if s.membership.person.user_id is not None and _is_barred(s.membership)
    }
    if not barred:
        return []
    posts = Post.objects.held_on(day).filter(user_id__in=barred, body__kind=BodyKind.ORGAN)
    found: dict[int, list[Post]] = defaultdict(list)
    for post in posts.exclude(body__organ_kind__in=COMPATIBLE).select_related("body"):
        found[post.user_id].append(post)
    return [(seat, found[user]) for user, seat in barred.items() if user in found]


def _is_barred(row: Membership) -> bool:
    """Of a presidium only its chairperson and vice-chairpersons are barred."""
    is_head = row.office in (Office.PRESIDENT, Office.VICE_PRESIDENT)
    return row.body.kind in INCOMPATIBLE and (row.body.kind != BodyKind.PRESIDIUM or is_head)


def without_mandate(seats: Iterable[Seat], day: date) -> list[Seat]:
    """Seats that go on although the mandate on which they rest has ended. At the end of a term
    they are right: a committee sits until the next one is elected (组织法34.2、48)."""
    found = []
    for seat in seats:
        row = seat.membership
        mandate = row.mandate
        if mandate is None or rests_on(row.body.kind, row.office, row.congress) == NOTHING:
            continue
        has_ended = mandate.until_on is not None and mandate.until_on < day
        if has_ended and mandate.end_ground not in ("", Ground.TERM_OVER):
            found.append(seat)
    return found
