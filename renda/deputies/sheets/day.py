"""The sheet of a day."""

from datetime import date

from renda.congress.models import Body, Congress
from renda.congress.roles import BodyKind
from renda.deputies.quorum import two_thirds
from renda.deputies.seats import (
    members_of,
)
from renda.deputies.sheets.sections import first_of, listed
from renda.deputies.sheets.shapes import KINDS, DaySheet
from renda.deputies.sheets.terms import (
    counted_by_delegation,
    led_by,
    left_vacant,
    suspended_on,
    term_on,
    warned,
)


def day_sheet(congress: Congress, day: date, *, is_by_strokes: bool = False) -> DaySheet:
    """The whole sheet, in seven queries."""
    kinds = [*KINDS, BodyKind.DELEGATION]
    bodies = list(Body.objects.there_on(day).filter(congress=congress, kind__in=kinds))
    members = members_of(bodies, day)
    delegations = [b for b in bodies if b.kind == BodyKind.DELEGATION]
    sections = listed(congress, bodies, members, is_by_strokes)
    counted = counted_by_delegation(congress, day)
    deputies = sum(counted.values())
    committee = first_of(sections, BodyKind.STANDING_COMMITTEE)
    return DaySheet(
        day=day,
        term=term_on(congress, day),
        deputies=deputies,
        suspended=suspended_on(congress, day),
        quorum=two_thirds(deputies),
        sections=[s for s in sections if s.count],
        empty=[s.body for s in sections if not s.count and s.body.kind != BodyKind.COUNCIL],
        delegations=[led_by(b, members[b.pk], counted[b.pk]) for b in delegations],
        warnings=warned([seat for found in members.values() for seat in found], day),
        vacant_seats=left_vacant(congress.fixed_deputies, deputies),
        vacant_in_committee=left_vacant(
            congress.fixed_committee, committee.count if committee else 0
        ),
    )
