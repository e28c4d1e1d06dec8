"""The page of a place."""

from typing import Any

from django.urls import reverse

from renda.congress.counting import region_counts
from renda.congress.drawing.shapes import RegionPart
from renda.congress.models import Congress, Region


def region_page(region: Region, visible: Any, here: Congress) -> dict[str, Any]:
    """One place: what it lies in, its parts with their totals, what it was, its congress."""
    slug = here.slug
    above = Region.objects.filter(code__in=region.codes_above, until_on=None).order_by("path")
    seen = set(visible.filter(pk__in=[r.pk for r in above]).values_list("pk", flat=True))
    parts = list(region.parts.filter(is_void=False, until_on=None).order_by("code"))
    counts = list(region_counts.values())
    by_part = [count.by_part(region) for count in counts]
    return {
        "above": [(r, _url(slug, r) if r.pk in seen else "") for r in above],
        "labels": [count.label for count in counts],
        "totals": [(count.label, count.total(region)) for count in counts],
        "parts": [
            (RegionPart(r, [found[r.code] for found in by_part]), _url(slug, r)) for r in parts
        ],
        "pasts": region.pasts.filter(is_void=False).select_related("parent").order_by("-until_on"),
        "congresses": Congress.objects.filter(region=region, path__startswith=here.path),
    }


def _url(slug: str, region: Region) -> str:
    return reverse("registers:row", args=[slug, "regions", region.pk])
