"""撤销: undoing one's own last step within minutes, before anyone acted on it.

Nothing is deleted: what the step wrote is marked void, its clocks are undone, the states are as
they were, and an event says so.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from renda.kernel.clock.running import undo as undo_clocks
from renda.kernel.lifecycle.models import Correction, Entry, Taken
from renda.kernel.lifecycle.opened import Opened, opened
from renda.kernel.lifecycle.registering import check, locked, take_back
from renda.kernel.lifecycle.registry import LIVES, life_of
from renda.kernel.moment import now
from renda.kernel.notices.outbox import tell_undone
from renda.kernel.papers.keeping import set_aside
from renda.kernel.papers.models import Paper
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused, Stale
from renda.kernel.trail.models import Words
from renda.kernel.trail.record import record

WITHIN = timedelta(minutes=30)


def last_step(subject: Any) -> Taken | None:
    """The last step on this subject that stands and was taken for itself."""
    return (
        Taken.objects.filter(
            subject_type=subject._meta.label_lower,
            subject_id=subject.pk,
            within=None,
            is_taken_back=False,
        )
        .order_by("-id")
        .first()
    )


def refusal(row: Taken | None, subject: Any, whole: Any, by: Actor) -> str | None:
    """Why this step cannot be taken back by this person now, or None."""
    if row is None or by.user_id is None or row.actor_id != by.user_id:
        return _("Only the person who took the last step can take it back.")
    if row.action == f"{life_of(subject).name}.begin":
        return _("There is no step to take back.")
    if now() - row.recorded_at > WITHIN:
        return _("More than 30 minutes have passed. A step can no longer be taken back.")
    if subject.version != row.version or whole.version != row.whole_version:
        return _("Somebody has acted on it since. The step can no longer be taken back.")
    return None


def undoable_among(subjects: Iterable[Any], whole: Any, by: Actor) -> Any:
    """The one of these, a whole and its parts, whose last step this person may undo now, or None.

    One query: each step moves the whole's version on, so that only the newest can still be undone.
    """
    places = {(s._meta.label_lower, s.pk): s for s in subjects}
    asked = Q(pk__in=[])
    for kind, pk in places:
        asked |= Q(subject_type=kind, subject_id=pk)
    row = Taken.objects.filter(asked, within=None, is_taken_back=False).order_by("-id").first()
    subject = places[row.subject_type, row.subject_id] if row else whole
    return subject if refusal(row, subject, whole, by) is None else None


@transaction.atomic
def undo_last(subject: Any, *, by: Actor, version: int | None = None) -> Any:
    """Take the last step back (撤销上一步) and return the subject as it is now; raises Refused."""
    with opened() as (here, _is_outermost):
        subject = here.lock(subject)
        whole = here.whole_of(subject)
        if version is not None and version != subject.version:
            raise Stale(_("Somebody was faster: the item has moved on. Look at it again."))
        row = last_step(subject)
        if why := refusal(row, subject, whole, by):
            raise Refused(why)
        assert row is not None
        before, undone = subject.state, [*row.along.order_by("-id"), row]
        rows = locked(undone)
        for taken in undone:
            _restore(here, taken, by)
        check(rows, by)
        life = life_of(subject)
        event = record(
            subject,
            f"{life.name}.undo",
            congress_id=subject.congress_id,
            actor_id=by.user_id,
            version=subject.version,
            before=before,
            after=subject.state,
        )
        tell_undone(event, [taken.event_id for taken in undone if taken.event_id])
        return subject


def _restore(here: Opened, taken: Taken, by: Actor) -> None:
    life = LIVES[taken.subject_type]
    model = apps.get_model(life.model)
    subject = here.lock(model._default_manager.get(pk=taken.subject_id))
    for name, value in taken.was.items():
        field = next(f for f in subject._meta.concrete_fields if f.attname == name)
        setattr(subject, name, field.to_python(value))
    if taken.action == f"{life.name}.begin" and life.void:
        subject.state = life.void
    subject.version += 1
    subject.save()
    whole = here.whole_of(subject)
    if whole is not subject:
        whole.version += 1
        whole.save(update_fields=["version"])
    _put_wording_back(taken)
    take_back(taken, by)
    for entries in _entries():
        entries.ever.filter(taken=taken).update(is_void=True)
    undo_clocks(taken.pk)
    _set_paper_aside(taken)
    taken.is_taken_back = True
    taken.save(update_fields=["is_taken_back"])


def _set_paper_aside(taken: Taken) -> None:
    """The scan that came with an undone step leaves the item's papers; the same sheet, handed in
    with an earlier step too, stays."""
    words = Words.objects.filter(event_id=taken.event_id or 0).first()
    if words and words.said.get("paper"):
        alike = Paper.objects.filter(
            subject_type=taken.subject_type,
            subject_id=taken.subject_id,
            sha256=words.said["paper"],
            is_void=False,
        )
        set_aside(Paper.objects.filter(pk__in=alike.order_by("-pk").values("pk")[:1]))


def _put_wording_back(taken: Taken) -> None:
    """A correction of another row's text is undone on that row."""
    for correction in Correction.objects.filter(taken=taken).exclude(
        subject_type=taken.subject_type
    ):
        model = apps.get_model(correction.subject_type)
        model._default_manager.filter(pk=correction.subject_id).update(
            **{correction.field: correction.before}
        )


def _entries() -> list[Any]:
    """Every kind of entry a step may have written, in all apps."""
    found: list[Any] = []
    waiting: list[Any] = list(Entry.__subclasses__())
    while waiting:
        kind = waiting.pop()
        waiting.extend(kind.__subclasses__())
        if not kind._meta.abstract:
            found.append(kind)
    return found
