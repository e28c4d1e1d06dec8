"""Undoing a change of a register: an event of its own that sets the old values again. Who
had heard of the change is told."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from renda.kernel.notices.outbox import tell_undone
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.freezing import refuse_closed
from renda.kernel.registers.history import UNDO, is_undoable, said_in, undone_by
from renda.kernel.registers.keeping import in_use, save
from renda.kernel.registers.models import Kept
from renda.kernel.registers.values import put
from renda.kernel.trail.models import Event
from renda.kernel.trail.record import record


@transaction.atomic
def undo(
    row: Kept, event_seq: int, *, congress_id: int, by: Actor, with_step: bool = False
) -> Kept:
    """Take back what one event did to a row, and what was done along with it (`said["with"]`: the
    places of those events in the trail). Raises Refused when a later change stands on any, or when
    a step of a process made it and is not undone itself (`with_step`)."""
    fresh: Any = type(row).ever().select_for_update().get(pk=row.pk)
    refuse_closed(fresh, by)
    mine = Event.objects.filter(subject_type=row._meta.label_lower, subject_id=row.pk)
    event = mine.filter(congress_id=congress_id, seq=event_seq).select_related("words").first()
    if event is None or not is_undoable(event, fresh, _undone(mine), with_step=with_step):
        raise Refused(_("This can no longer be undone: something was changed after it."))
    said = said_in(event)
    for seq in reversed(said.get("with", [])):
        _undo_along(seq, congress_id, by)
    changed = _restore(fresh, said)
    refuse_closed(fresh, by)  # nor may it go back into what was closed meanwhile
    if fault := fresh.amiss():
        raise Refused(fault)
    fresh.version += 1
    save(fresh)
    undoing = record(
        fresh,
        UNDO,
        congress_id=congress_id,
        actor_id=by.user_id,
        version=fresh.version,
        said={"undoes": event.seq, "changed": changed},
    )
    tell_undone(undoing, [event.pk])
    row.__dict__.update(fresh.__dict__)
    return row


def _undone(events: QuerySet[Event]) -> set[tuple[int, int]]:
    """Those of them that were taken back already, each by its congress and place in the trail."""
    return undone_by(events.filter(action=UNDO).select_related("words"))


def _undo_along(seq: int, congress_id: int, by: Actor) -> None:
    event = Event.objects.get(congress_id=congress_id, seq=seq)
    model: Any = apps.get_model(event.subject_type)
    mine = Event.objects.filter(subject_type=event.subject_type, subject_id=event.subject_id)
    if (congress_id, seq) in _undone(mine):
        return  # it was taken back alone before
    undo(model.ever().get(pk=event.subject_id), seq, congress_id=congress_id, by=by)


def _restore(row: Any, said: dict[str, Any]) -> dict[str, Any]:
    """Set the old values; returns them as [before, after], seen from now."""
    if said.get("void"):
        row.is_void = False
        _refuse_void(row, [field.name for field in row._meta.concrete_fields])
        return {}
    if "set" in said:
        if used_by := in_use(row):
            raise Refused(
                _("Others still stand on this entry (%(used)s), so it cannot be undone.")
                % {"used": used_by}
            )
        row.is_void = True
        return {}
    changed = said["changed"]
    for name, (before, _after) in changed.items():
        put(row, name, before)
    _refuse_void(row, changed)
    return {name: [after, before] for name, (before, after) in changed.items()}


def _refuse_void(row: Any, names: Iterable[str]) -> None:
    """Raises Refused when the row would stand on one that was withdrawn meanwhile.

    What nobody edits, such as a seat's post, is no ground to stand on: it follows the row itself.
    """
    for field in row._meta.concrete_fields:
        pk = getattr(row, field.attname)
        if field.name in names and field.is_relation and field.editable and pk is not None:
            other: Any = field.related_model._base_manager.filter(pk=pk).first()
            if getattr(other, "is_void", False):
                said = _("It stands on %(other)s, which was withdrawn. Bring that back first.")
                raise Refused(said % {"other": other})
