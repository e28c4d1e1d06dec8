"""What domains count: in a place and all below it, and how many of something a congress has.

Upper floors register their own when their app is ready; the congress never imports them.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet, Value
from django.db.models.functions import Coalesce

from renda.congress.models import Body, Congress, Region


@dataclass(frozen=True)
class Count:
    """Something that hangs on places. `rows` are all of it, `path` leads from one to the path of
    its place ("region__path"); `is_below` counts leave out the place itself."""

    key: str
    label: Any
    rows: Callable[[], QuerySet[Any]]
    path: str = "region__path"
    is_below: bool = False

    def total(self, region: Region) -> int:
        """How many in this place and all below it."""
        return self._inside(region).count()

    def by_part(self, region: Region) -> Counter[str]:
        """How many in each part of this place, by the part's code; one query."""
        found: Counter[str] = Counter()
        here = len(region.path)
        for path in self._inside(region).values_list(self.path, flat=True):
            if part := path[here:].partition("/")[0]:
                found[part] += 1
        return found

    def _inside(self, region: Region) -> QuerySet[Any]:
        rows = self.rows().filter(**{f"{self.path}__startswith": region.path}).order_by()
        return rows.exclude(**{self.path: region.path}) if self.is_below else rows


region_counts: dict[str, Count] = {}
_actual: dict[str, Callable[[int, date], int]] = {}


def count_in_regions(count: Count) -> None:
    """Have something counted on the page of every place."""
    region_counts.setdefault(count.key, count)


def count_in_congress(key: str, counts: Callable[[int, date], int]) -> None:
    """Say how many there are in a congress on a day: "deputies", "committee"."""
    _actual[key] = counts


def actual(key: str, congress_id: int, day: date) -> int | None:
    """How many there are on this day; None when nobody counts them."""
    counts = _actual.get(key)
    return counts(congress_id, day) if counts is not None else None


def standing() -> QuerySet[Region]:
    """The places that stand today."""
    return Region.objects.filter(until_on=None)


def bodies() -> QuerySet[Body]:
    """The bodies that have not ended, each where it lies: in its own place or its congress's."""
    lies_in = Coalesce("region__path", "congress__region__path", Value(""))
    return Body.objects.filter(until_on=None).annotate(lies_in=lies_in)


def congresses() -> QuerySet[Congress]:
    """The congresses."""
    return Congress.objects.all()
