"""What a change of term will do, as figures to read before it is settled."""

from dataclasses import dataclass
from typing import Any

from renda.congress.models import Term
from renda.congress.roles import ELECTED_ROLES
from renda.deputies.carrying import keepers
from renda.deputies.models import Certificate, Mandate, TermChange
from renda.deputies.roles import Beginning
from renda.deputies.turnover import parts, roster
from renda.deputies.turnover.ending import ending
from renda.kernel.permits.actor import Actor


@dataclass(frozen=True)
class Outcome:
    """How many items of a part get the same answer, and which, for whoever may read them."""

    label: Any
    count: int
    items: list[parts.Item]


@dataclass(frozen=True)
class Told:
    """A part with its outcomes."""

    part: parts.Part
    is_settled: bool
    outcomes: list[Outcome]


@dataclass(frozen=True)
class Preview:
    """Everything, before it happens."""

    old: Term
    ends: list[Mandate]
    begins: list[tuple[Any, list[roster.Recognised]]]
    told: list[Told]
    certificates: int
    posts_going_on: int


def preview(change: TermChange, reader: Actor) -> Preview:
    """Read it all; items of parts that are not this reader's are only counted."""
    recognised = roster.recognised(change)
    begins = [
        (kind.label, [r for r in recognised if (r.mandate.beginning or r.beginning) == kind])
        for kind in Beginning
    ]
    old = Certificate.objects.filter(mandate__term=change.old_id, returned_on=None, lost_on=None)
    return Preview(
        old=change.old,
        ends=list(ending(change).select_related("person")),
        begins=[(label, rows) for label, rows in begins if rows],
        told=[_told(part, change, reader) for part in parts.in_order()],
        certificates=old.count(),
        posts_going_on=keepers.posts_running(change).exclude(role__in=ELECTED_ROLES).count(),
    )


def _told(part: parts.Part, change: TermChange, reader: Actor) -> Told:
    items = parts.items_of(part, change)
    answers = parts.answers_to(part, change, items)
    by_label: dict[str, list[parts.Item]] = {}
    for item in items:
        label = str(dict(item.answers)[answers[item.key]])
        by_label.setdefault(label, []).append(item)
    may_read = part.to(reader)
    outcomes = [
        Outcome(label, len(found), found if may_read else []) for label, found in by_label.items()
    ]
    return Told(part, parts.is_settled(part, change), outcomes)
