"""Entering a row, changing it, withdrawing it. Each records its event and tells who hears of it;
nobody else saves a row."""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from renda.kernel.notices.outbox import tell
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused, Stale
from renda.kernel.registers.freezing import refuse_closed
from renda.kernel.registers.models import Kept
from renda.kernel.registers.values import fields_of, plain, said_as
from renda.kernel.trail.models import Event
from renda.kernel.trail.record import record

Row = TypeVar("Row", bound=Kept)
Note = Callable[[Kept, Event], None]
_noting: ContextVar[tuple[Mapping[str, Any], Note] | None] = ContextVar("noting", default=None)


@contextmanager
def noting(said: Mapping[str, Any], note: Note) -> Iterator[None]:
    """Whatever is kept inside says this too, and is noted with its event."""
    token = _noting.set((said, note))
    try:
        yield
    finally:
        _noting.reset(token)


@transaction.atomic
def enter(
    row: Row,
    action: str,
    *,
    by: Actor | None,
    congress_id: int | None = None,
    said: Mapping[str, Any] | None = None,
) -> Row:
    """Enter a new row. `congress_id` is in whose trail, if the row has no congress of its own.

    Raises Refused when the register holds the same entry already, or is closed to this person.
    """
    refuse_closed(row, by)
    save(row, force_insert=True)
    _told(row, action, by=by, congress_id=congress_id, said={"set": plain(row), **(said or {})})
    return row


@transaction.atomic
def change(
    row: Row,
    action: str,
    *,
    by: Actor | None,
    values: Mapping[str, Any],
    seen: int | None = None,
    reason: str = "",
    congress_id: int | None = None,
    said: Mapping[str, Any] | None = None,
) -> Row:
    """Set `values` on a row; both the old and the new ones stand in its history.

    `seen` is the version the person looked at. Raises Stale when somebody else was faster, Refused
    when nothing would change or the register already holds such an entry.
    """
    fresh = locked(row, seen)
    refuse_closed(fresh, by, reason)
    named = {f.name: f for f in fields_of(type(fresh)) if f.name in values}
    before = {name: said_as(fresh, f) for name, f in named.items()}
    was = {name: getattr(fresh, f.attname) for name, f in named.items()}
    for name in values:
        setattr(fresh, name, values[name])
    changed = {
        name: [before[name], said_as(fresh, f)]
        for name, f in named.items()
        if was[name] != getattr(fresh, f.attname)
    }
    if not changed:
        raise Refused(_("Nothing was changed."))
    refuse_closed(fresh, by, reason)  # nor may it be moved into what is closed
    fresh.version += 1
    save(fresh)
    told = {"changed": changed, "reason": reason, **(said or {})}
    _told(fresh, action, by=by, congress_id=congress_id, said=told)
    row.__dict__.update(fresh.__dict__)
    return row


@transaction.atomic
def withdraw(
    row: Row,
    action: str,
    *,
    by: Actor | None,
    reason: str = "",
    seen: int | None = None,
    congress_id: int | None = None,
    said: Mapping[str, Any] | None = None,
    though: Collection[type[models.Model]] = (),
) -> Row:
    """Withdraw a row entered by mistake: it leaves every list, and its history stays.

    Raises Refused while other rows stand on it, but for kinds it is withdrawn `though`.
    """
    fresh = locked(row, seen)
    refuse_closed(fresh, by, reason)
    if used_by := in_use(fresh, though):
        raise Refused(
            _("Others still stand on this entry (%(used)s). End it instead of withdrawing it.")
            % {"used": used_by}
        )
    fresh.is_void = True
    fresh.version += 1
    save(fresh)
    told = {"void": True, "reason": reason, **(said or {})}
    _told(fresh, action, by=by, congress_id=congress_id, said=told)
    row.__dict__.update(fresh.__dict__)
    return row


def locked(row: Row, seen: int | None = None) -> Row:
    """The row as it is now, locked until commit. Raises Stale when it is not what was seen."""
    fresh: Row | None = type(row).objects.select_for_update().filter(pk=row.pk).first()
    if fresh is None:
        raise Stale(_("This entry was withdrawn meanwhile."))
    if seen is not None and fresh.version != seen:
        raise Stale(
            _("Somebody else changed this entry meanwhile. Look at it again; yours is kept below.")
        )
    return fresh


def in_use(row: Kept, though: Collection[type[models.Model]] = ()) -> str:
    """What kind of standing rows point to this one, in words; "" for none."""
    links: Any = row._meta.get_fields(include_hidden=True)  # those without a way back too
    for link in (f for f in links if f.one_to_many or f.one_to_one):
        model: Any = link.related_model
        if not link.auto_created or link.concrete or model._meta.auto_created or model in though:
            continue
        others = model._default_manager.filter(**{link.field.name: row.pk})
        if others.exists():
            return str(model._meta.verbose_name)
    return ""


def save(row: Kept, *, force_insert: bool = False) -> None:
    """Save a row. Raises Refused, which names the row that is in the way, for a double one."""
    try:
        with transaction.atomic():
            row.save(force_insert=force_insert)
    except IntegrityError as fault:
        twin = _twin_of(row)
        said = _("The register holds such an entry already: %(twin)s.") % {"twin": twin}
        raise Refused(said if twin else _("The register holds such an entry already.")) from fault


def _twin_of(row: Kept) -> str:
    """What the standing row is called that holds what only one may hold; "" when none is found."""
    others = type(row).objects.exclude(pk=row.pk)
    for constraint in row._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and constraint.fields:
            same = {name: getattr(row, name) for name in constraint.fields}
            if twin := others.filter(**same).first():
                return str(twin)
    return ""


def _told(
    row: Kept, action: str, *, by: Actor | None, congress_id: int | None, said: dict[str, Any]
) -> Event:
    here = congress_id if congress_id is not None else getattr(row, "congress_id")  # noqa: B009
    more, note = _noting.get() or ({}, None)
    event = record(
        row,
        action,
        congress_id=here,
        actor_id=by.user_id if by else None,
        version=row.version,
        said={**said, **more},
    )
    if note is not None:
        note(row, event)
    if by is not None:  # what a command sets up is told to nobody
        tell(event, row)
    return event
