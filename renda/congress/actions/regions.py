"""What becomes of a place: it is entered, renamed, moved, ended; what it was stays to be asked."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from renda.congress.codes import is_without_congress, kind_of
from renda.congress.models import Region, RegionPast
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused, Stale
from renda.kernel.registers.keeping import change, enter, locked
from renda.kernel.trail.models import Event

LOCKED_AT_ONCE = 900  # below what SQLite takes as parameters
_VERSION = ("pk", "version", "is_void")


def add_region(
    *,
    congress_id: int,
    code: str,
    name: str,
    parent: Region | None = None,
    kind: str = "",
    by: Actor | None = None,
    **more: Any,
) -> Region:
    """Enter a place; what is not said of it is guessed from its code and name."""
    kind = kind or kind_of(code, name)
    more.setdefault("is_without_congress", is_without_congress(kind, name))
    row = Region(code=code, name=name, kind=kind, parent=parent, **more)
    return enter(row, "congress.add_region", by=by, congress_id=congress_id)


@transaction.atomic
def rename_region(
    region: Region,
    *,
    name: str,
    on: date,
    congress_id: int,
    reason: str = "",
    seen: int | None = None,
    by: Actor | None = None,
) -> Region:
    """更名: it bears another name from a day. A name that was only misspelt is changed instead."""
    fresh = locked(region, seen)
    if name == fresh.name:
        raise Refused(_("It is called so already."))
    past = _past(fresh, on, reason, congress_id, by)
    return change(
        region,
        "congress.rename_region",
        by=by,
        values={"name": name},
        reason=reason,
        congress_id=congress_id,
        said={"from": on.isoformat(), "with": [past]},
    )


@transaction.atomic
def move_region(
    region: Region,
    *,
    parent: Region | None,
    on: date,
    congress_id: int,
    code: str = "",
    is_followed: bool = True,
    reason: str = "",
    seen: int | None = None,
    by: Actor | None = None,
) -> Region:
    """划转: it belongs to another superior, or bears another code, from a day. What lies below it
    goes along; with `is_followed` the codes that begin with the old one change with it."""
    fresh = locked(region, seen)
    values = {"parent": parent, "code": code or fresh.code}
    if values == {"parent": fresh.parent, "code": fresh.code}:
        raise Refused(_("It lies there already, under this code."))
    if parent is not None and parent.path.startswith(fresh.path):
        raise Refused(_("A place cannot belong to itself or to a place below it."))
    is_followed = is_followed and values["code"] != fresh.code
    rows = _below(fresh).filter(code__startswith=fresh.code).select_for_update(of=("self",))
    followers = list(rows) if is_followed else []  # before the first event locks the chain's head
    along = [_past(fresh, on, reason, congress_id, by)]
    for below in followers:
        new = f"{values['code']}{below.code[len(fresh.code) :]}"
        along += _recode(below, new, on, reason, congress_id, by)
    return change(
        region,
        "congress.move_region",
        by=by,
        values=values,
        reason=reason,
        congress_id=congress_id,
        said={"from": on.isoformat(), "with": along},
    )


@transaction.atomic
def end_region(
    region: Region,
    *,
    on: date,
    congress_id: int,
    reason: str = "",
    seen: int | None = None,
    by: Actor | None = None,
) -> Region:
    """撤销: this was its last day. Raises Refused while places below it still stand."""
    fresh = locked(region, seen)
    _refuse_day(fresh, on)
    if many := _below(fresh).count():
        still = ngettext(
            "%(many)d place below it still stands. Move or end it first.",
            "%(many)d places below it still stand. Move or end them first.",
            many,
        )
        raise Refused(still % {"many": many})
    return change(
        region,
        "congress.end_region",
        by=by,
        values={"until_on": on},
        reason=reason,
        congress_id=congress_id,
    )


def put_regions(entries: Iterable[Any], _congress: Any = None, _actor: Any = None) -> None:
    """Write the entries of a file, superiors first: new places, changed ones, what they were.

    The run of the exchange is what the trail keeps; there is no event for each of 45,000 places.
    """
    said = list(entries)
    places = [entry for entry in said if isinstance(entry.row, Region)]
    _put_new([entry.row for entry in places if entry.is_new])
    changed = [entry for entry in places if not entry.is_new]
    _refuse_changed_since([entry.row for entry in changed])
    for entry in changed:
        entry.row.version += 1
    moved = [e for e in changed if "parent" in e.changed]
    stayed = [e.row for e in changed if "parent" not in e.changed]
    fields = ["name", "kind", "is_without_congress", "version"]
    Region.objects.bulk_update(stayed, fields, batch_size=500)
    for entry in sorted(moved, key=lambda e: len(e.row.code)):
        _put_moved(entry)
    RegionPast.objects.bulk_create([e.row for e in said if isinstance(e.row, RegionPast)])


def put_paths_back(rows: Iterable[Any], _congress: Any = None, _actor: Any = None) -> None:
    """After a run was undone: the paths of what went back to its old superior, with all below."""
    for row in sorted((r for r in rows if isinstance(r, Region)), key=lambda r: len(r.code)):
        fresh = Region.ever().select_related("parent").get(pk=row.pk)
        if not fresh.is_void and not fresh.lies_right:
            fresh.save()


def _refuse_changed_since(rows: list[Region]) -> None:
    """Lock them: whoever changed one since the list was judged was faster."""
    for n in range(0, len(rows), LOCKED_AT_ONCE):
        seen = {row.pk: (row.version, False) for row in rows[n : n + LOCKED_AT_ONCE]}
        locked = Region.ever().select_for_update().filter(pk__in=seen)
        held = {pk: (version, void) for pk, version, void in locked.values_list(*_VERSION)}
        if held != seen:
            raise Stale(_("Somebody changed a place of this list meanwhile. Look at it again."))


def _put_moved(entry: Any) -> None:
    """The paths of the place and of its superior as they are by now: others moved before it."""
    row, wanted = entry.row, [entry.row.pk, entry.row.parent.pk]
    paths = dict(Region.ever().filter(pk__in=wanted).values_list("pk", "path"))
    row.path, row.parent.path = paths[row.pk], paths[row.parent.pk]
    row.parent = row.parent  # a new superior has its number since
    row.save()
    entry.changed["parent"][1] = row.parent_id


def _put_new(rows: list[Region]) -> None:
    """Level by level: a superior has its number before those below point to it."""
    by_depth: dict[int, list[Region]] = {}
    for row in rows:
        by_depth.setdefault(row.path.count("/"), []).append(row)
    for depth in sorted(by_depth):
        Region.objects.bulk_create(by_depth[depth], batch_size=2000)


def _recode(
    region: Region, code: str, on: date, reason: str, congress_id: int, by: Actor | None
) -> list[int]:
    """Give a place below its new code; returns the two events."""
    past = _past(region, on, reason, congress_id, by)
    change(
        region,
        "congress.move_region",
        by=by,
        values={"code": code},
        reason=reason,
        congress_id=congress_id,
        said={"from": on.isoformat()},
    )
    return [past, _last_event(region, congress_id)]


def _past(region: Region, on: date, reason: str, congress_id: int, by: Actor | None) -> int:
    """Keep what the place was until the day before; returns the event's place in the trail."""
    _refuse_day(region, on)
    last = on - timedelta(days=1)
    if region.pasts.filter(is_void=False, until_on__gte=last).exists():
        raise Refused(_("It was renamed or moved on this day or later. Give a day after that."))
    past = RegionPast(
        region=region,
        code=region.code,
        name=region.name,
        parent=region.parent,
        until_on=last,
        reason=reason,
    )
    enter(past, "congress.add_region_past", by=by, congress_id=congress_id)
    return _last_event(past, congress_id)


def _refuse_day(region: Region, on: date) -> None:
    if on > today():
        raise Refused(_("Enter it when the day has come: the tree shows what is so today."))
    if region.from_on and on <= region.from_on:
        raise Refused(_("The place did not yet exist on this day."))
    if region.until_on:
        raise Refused(_("This place has ended."))


def _below(region: Region) -> Any:
    rows = Region.objects.filter(path__startswith=region.path, until_on=None)
    return rows.exclude(pk=region.pk).order_by("path")


def _last_event(row: Any, congress_id: int) -> int:
    mine = Event.objects.filter(subject_type=row._meta.label_lower, subject_id=row.pk)
    return mine.filter(congress_id=congress_id).latest("seq").seq
