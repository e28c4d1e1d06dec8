"""Who sits on a committee, which groups work in a field."""

from datetime import date

from renda.congress.models import Body
from renda.congress.roles import BodyKind
from renda.deputies.matching import common_words, likeness
from renda.deputies.models import (
    Group,
    Membership,
)
from renda.deputies.roles import GroupKind
from renda.kernel.moment import today


def committee_members(congress_id: int, day: date) -> int:
    """How many members the standing committee has on a day, each person once (组织法51)."""
    rows = Membership.objects.held_on(day).filter(
        congress_id=congress_id, body__kind=BodyKind.STANDING_COMMITTEE
    )
    return rows.values("person").distinct().count()


def groups_for_topic(congress_id: int, words: str) -> list[Group]:
    """The professional groups whose field a topic touches, the nearest first (office.md 1.18)."""
    there = Group.objects.filter(
        kind=GroupKind.PROFESSION,
        body__in=Body.objects.there_on(today()).filter(congress_id=congress_id),
    )
    found = [(likeness(common_words(g.field, words)), g) for g in there.select_related("body")]
    found.sort(key=lambda pair: (-pair[0], pair[1].body.order))
    return [group for score, group in found if score]
