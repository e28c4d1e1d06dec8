"""Places on a day, and those below one."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from renda.congress.models import (
    Congress,
    Region,
)


@dataclass(frozen=True)
class RegionThen:
    """What a place was on a day."""

    name: str
    code: str
    parent: Region | None


def region_on(region: Region, day: date) -> RegionThen | None:
    """Its name, code and superior on a day; None when it was not there yet or no longer."""
    if (region.from_on and day < region.from_on) or (region.until_on and day > region.until_on):
        return None
    pasts = region.pasts.filter(is_void=False, until_on__gte=day).select_related("parent")
    past = pasts.order_by("until_on").first()
    was = past or region
    return RegionThen(was.name, was.code, was.parent)


def regions_of(congress: Congress) -> QuerySet[Region]:
    """The places that a congress sees: those below its own, and that one itself; all of them for
    a congress with none above it that has not said which is its own."""
    rows = Region.objects.all()
    if congress.region is not None:
        return rows.filter(path__startswith=congress.region.path)
    return rows if congress.parent_id is None else rows.none()


def below(congress: Congress) -> QuerySet[Congress]:
    """The congresses below this one."""
    return Congress.objects.filter(path__startswith=congress.path).exclude(pk=congress.pk)
