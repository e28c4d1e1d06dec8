"""What happened to a row: entered, changed from what to what, withdrawn, undone, by whom, when."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from renda.kernel.registers.models import Kept
from renda.kernel.registers.values import UNSAID, fields_of, said_as
from renda.kernel.trail.models import Event
from renda.kernel.trail.naming import names_in
from renda.kernel.trail.timeline import events_of

UNDO = "registers.undo"
STEP = "step"  # in the words of a change that a step of a process made: the step's action
Said = dict[str, Any]


@dataclass(frozen=True)
class Told:
    """Something that happened to a row outside its own events: a line of a file taken in."""

    at: datetime
    who: str
    label: str
    said: Said
    is_undone: bool = False


@dataclass(frozen=True)
class Line:
    """A field, what it was and what it became; `before` is None when the row was new."""

    label: str
    before: str | None
    after: str


@dataclass(frozen=True)
class Entry:
    """One line of a history. `event` is None for what another source tells."""

    at: datetime
    who: str
    label: str
    lines: list[Line]
    reason: str
    event: Event | None = None
    is_undone: bool = False
    can_undo: bool = False


Source = Callable[[Kept], Iterable[Told]]
_sources: list[Source] = []
_labels: dict[str, Any] = {}


def also(source: Source) -> None:
    """Register another source of what happened to rows, such as the runs of the exchange."""
    if source not in _sources:
        _sources.append(source)


def called(labels: dict[str, Any]) -> None:
    """Register what actions are called in a history: {"congress.give_post": _("Post given")}."""
    _labels.update(labels)


def history_of(row: Kept, congress_id: int | None = None) -> list[Entry]:
    """The row's history, the newest first: a fixed number of queries and one a kind of relation.

    `congress_id` keeps it to one congress's trail: a place is known in several, and what one of
    them wrote is not for the others to read.
    """
    events = events_of([(row._meta.label_lower, [row.pk])], congress_id)
    names = names_in(events)
    undone = undone_by(events)
    told = [told for source in _sources for told in source(row)]
    known = _names_of_rows(type(row), [*(said_in(e) for e in events), *(t.said for t in told)])
    latest = next((e for e in reversed(events) if is_undoable(e, row, undone)), None)
    entries = [
        Entry(
            at=event.recorded_at,
            who=names.get(("user", event.actor_id or 0), ""),
            label=label_of(event),
            lines=list(_lines(type(row), said_in(event), known)),
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
            list(_lines(type(row), t.said, known)),
            "",
            is_undone=t.is_undone,
        )
        for t in told
    ]
    return sorted(entries, key=lambda e: e.at, reverse=True)


def undone_by(events: Iterable[Event]) -> set[tuple[int, Any]]:
    """Which events these take back, each by its congress and its place in that trail."""
    return {(e.congress_id, said_in(e).get("undoes")) for e in events if e.action == UNDO}


def said_in(event: Event) -> Said:
    """The words of an event; nothing when they were erased."""
    words: Any = getattr(event, "words", None)
    return dict(words.said) if words is not None else {}


def label_of(event: Event) -> str:
    """What an event is called in a history."""
    if event.action in _labels:
        return str(_labels[event.action])
    said = said_in(event)
    if event.action == UNDO:
        return _("Undone")
    if "erased" in said:
        return _("Personal data erased")
    if event.words_hash and not said:
        return _("Something was entered or changed; its words were erased")
    if "set" in said:
        return _("Entered")
    if said.get("void"):
        return _("Withdrawn")
    return _("Changed")


def is_undoable(
    event: Event, row: Kept, undone: Collection[tuple[int, Any]], *, with_step: bool = False
) -> bool:
    """Whether taking this event back would leave no later change behind: the values are still
    those that it set. What a step of a process changed is undone with the step, never alone."""
    said = said_in(event)
    if event.action == UNDO or (event.congress_id, event.seq) in undone:
        return False
    if STEP in said and not with_step:
        return False
    if said.get("void"):
        return row.is_void
    if row.is_void:
        return False
    if "set" in said:
        return event.version == row.version
    now_is = _now(row)
    changed = said.get("changed", {})
    sealed = getattr(row, "SEALED", ())
    return bool(changed) and all(
        name not in sealed and now_is.get(name) == after
        for name, (_before, after) in changed.items()
    )


def _now(row: Kept) -> Said:
    return {f.name: said_as(row, f) for f in fields_of(type(row))}


def _lines(model: type[models.Model], said: Said, known: dict[Any, str]) -> Iterator[Line]:
    for name, value in said.get("set", {}).items():
        if name == "congress":  # the whole page says which
            continue
        yield Line(field_label(model, name), None, _shown(model, name, value, known))
    for name, (before, after) in said.get("changed", {}).items():
        label = field_label(model, name)
        yield Line(label, _shown(model, name, before, known), _shown(model, name, after, known))


def _field(model: type[models.Model], name: str) -> Any:
    return next((f for f in model._meta.concrete_fields if f.name == name), None)


def field_label(model: type[models.Model], name: str) -> str:
    """What a field of a row is called."""
    field = _field(model, name)
    return str(field.verbose_name) if field is not None else name


def shown_value(model: type[models.Model], name: str, value: Any) -> str:
    """A value said in an event, or kept like one, in words; keys of other rows stay keys."""
    return _shown(model, name, value, {})


def _shown(model: type[models.Model], name: str, value: Any, known: dict[Any, str]) -> str:
    field = _field(model, name)
    is_sealed = name in getattr(model, "SEALED", ())  # such a one is only said to be there or not
    if field is None or value in (None, "", [], {}) or (is_sealed and not value):
        return _("nothing")
    if is_sealed:
        return _("a number that is kept sealed")
    if field.is_relation:
        return known.get((field.related_model, value), str(value))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.DateField) and (day := parse_date(str(value)[:10])):
        return date_format(day, "Y-m-d")
    if isinstance(value, list):
        labels = getattr(model, "LABELS", {}).get(name, {})
        return "、".join(str(labels.get(one, one)) for one in value)
    return str(value)


def _names_of_rows(model: type[models.Model], said: Iterable[Said]) -> dict[Any, str]:
    """What the rows named in a history are called, void ones too: one query a model."""
    wanted: dict[Any, set[int]] = defaultdict(set)
    for words in said:
        pairs = [(n, [v]) for n, v in words.get("set", {}).items()]
        pairs += list(words.get("changed", {}).items())
        for name, values in pairs:
            field = _field(model, name)
            if field is not None and field.is_relation and name not in UNSAID:
                wanted[field.related_model] |= {v for v in values if isinstance(v, int)}
    return {
        (other, row.pk): str(row)
        for other, ids in wanted.items()
        for row in other._base_manager.filter(pk__in=ids)
    }


def place_of(row: Any) -> int:
    """The place in the trail of what was just written about a row: undone along with the rest."""
    mine = Event.objects.filter(subject_type=row._meta.label_lower, subject_id=row.pk)
    seq: int = mine.order_by("-seq").values_list("seq", flat=True)[0]
    return seq
