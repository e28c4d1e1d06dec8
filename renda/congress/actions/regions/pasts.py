"""What a place was before, and what must not be changed behind it."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from renda.congress.models import Region, RegionPast
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.history import place_of
from renda.kernel.registers.keeping import enter


def keep_past(region: Region, on: date, reason: str, congress_id: int, by: Actor | None) -> int:
    """Keep what the place was until the day before; returns the event's place in the trail."""
    refuse_day(region, on)
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
    return place_of(past, congress_id)


def refuse_day(region: Region, on: date) -> None:
    """Raises Refused for a day to come, or one on which the place was not there."""
    if on > today():
        raise Refused(_("Enter it when the day has come: the tree shows what is so today."))
    if region.from_on and on <= region.from_on:
        raise Refused(_("The place did not yet exist on this day."))
    if region.until_on:
        raise Refused(_("This place has ended."))


def places_below(region: Region) -> Any:
    """All places below it, whatever their depth."""
    rows = Region.objects.filter(path__startswith=region.path, until_on=None)
    return rows.exclude(pk=region.pk).order_by("path")
