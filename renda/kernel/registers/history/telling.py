"""The history of a row."""

from renda.kernel.registers.history.events import is_undoable, said_in, undone_by
from renda.kernel.registers.history.labels import label_of
from renda.kernel.registers.history.shapes import Entry
from renda.kernel.registers.history.sources import SOURCES
from renda.kernel.registers.history.words import changed_lines, names_of_rows
from renda.kernel.registers.models import Kept
from renda.kernel.trail.naming import names_in
from renda.kernel.trail.timeline import events_of


def history_of(row: Kept, congress_id: int | None = None) -> list[Entry]:
    """The row's history, the newest first: a fixed number of queries and one a kind of relation.

    `congress_id` keeps it to one congress's trail: a place is known in several, and what one of
    them wrote is not for the others to read.
    """
    events = events_of([(row._meta.label_lower, [row.pk])], congress_id)
    names = names_in(events)
    undone = undone_by(events)
    told = [told for source in SOURCES for told in source(row)]
    known = names_of_rows(type(row), [*(said_in(e) for e in events), *(t.said for t in told)])
    latest = next((e for e in reversed(events) if is_undoable(e, row, undone)), None)
    entries = [
        Entry(
            at=event.recorded_at,
            who=names.get(("user", event.actor_id or 0), ""),
            label=label_of(event),
            lines=list(changed_lines(type(row), said_in(event), known)),
            reason=str(said_in(event).get("reason", "")),
            event=event,
            is_undone=(event.congress_id, event.seq) in undone,
            can_undo=event is latest,
        )
        for event in events
    ]
    entries += [
        Entry(
            t.at,
            t.who,
            t.label,
            list(changed_lines(type(row), t.said, known)),
            "",
            is_undone=t.is_undone,
        )
        for t in told
    ]
    return sorted(entries, key=lambda e: e.at, reverse=True)
