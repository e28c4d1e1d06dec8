"""What becomes of a place: it is entered, renamed, moved, ended; what it was stays to be asked."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from renda.congress.codes import is_without_congress, kind_of
from renda.congress.models import Region, RegionPast
from renda.kernel.exchange.saving import save, write_over
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.keeping import change, enter, locked
from renda.kernel.trail.models import Event


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
    """Write the entries of a file: new places, changed ones, what they were; then the paths.

    The run of the exchange is what the trail keeps; there is no event for each of 45,000 places.
    """
    said = list(entries)
    save(said)
    if any("parent" in entry.changed for entry in said):
        _put_paths_right()


def put_paths_back(rows: Iterable[Any], _congress: Any = None, _actor: Any = None) -> None:
    """After a run was undone: the paths of what went back to its old superior, with all below."""
    if any(isinstance(row, Region) and not row.is_void for row in rows):
        _put_paths_right()


def _put_paths_right() -> None:
    """Every path follows from the superiors: one look at the tree, one writing of what is wrong."""
    rows = {row.pk: row for row in Region.ever()}

    @cache
    def path_of(pk: int) -> str:
        row = rows[pk]
        return f"{path_of(row.parent_id) if row.parent_id else '/'}{row.code}/"

    wrong = [row for row in rows.values() if row.path != path_of(row.pk)]
    for row in wrong:
        row.path = path_of(row.pk)
    write_over(wrong, ["path"])


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
