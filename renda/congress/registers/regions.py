"""The tree of places, browsed from a place to its parts; kept by the administrator."""

from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from renda.congress import counting
from renda.congress.drawing import region_page
from renda.congress.forms.places import RegionForm, seen_by
from renda.congress.models import Congress, Region, RegionPast
from renda.congress.permits import administrator, reads_bodies
from renda.congress.roles import RegionKind
from renda.congress.views.places import SAYS
from renda.kernel.permits.actor import Actor
from renda.kernel.registers.history import called
from renda.kernel.registers.register import Chip, Column, Link, Register, add
from renda.kernel.words.local import say_lazily

ICONS = {"rename": "pen", "move": "place", "end": "close"}


def _rows(actor: Actor) -> QuerySet[Any]:
    here = Congress.objects.select_related("region").get(pk=actor.congress_id)
    return seen_by(actor, here).select_related("parent")


def _called_before(word: str) -> Q:
    return Q(pk__in=RegionPast.objects.filter(name__icontains=word).values("region"))


def _more(request: Any, region: Region) -> dict[str, Any]:
    return region_page(region, _rows(request.actor), request.congress)


def _links(actor: Actor, congress: Any, region: Region) -> list[Link]:
    if not administrator(actor) or region.until_on:
        return []
    return [
        Link(title, reverse("congress:becomes", args=[congress.slug, region.pk, what]), ICONS[what])
        for what, (title, _about) in SAYS.items()
    ]


def _tree(actor: Actor, congress: Any) -> list[Link]:
    if congress.region_id is None:
        return []
    url = reverse("registers:row", args=[congress.slug, "regions", congress.region_id])
    return [Link(_("Browse the tree"), url, "place")]


def _of_kind(*kinds: str) -> Any:
    return lambda rows, actor: rows.filter(kind__in=kinds, until_on=None)


REGIONS = Register(
    key="regions",
    name=_("Places"),
    one=_("a place"),
    about=_("The tree of places by their codes, with those that have no congress of their own."),
    icon="place",
    group="congress",
    model=lambda: Region,
    rows=_rows,
    reads=reads_bodies,
    writes=administrator,
    columns=(
        Column(_("Name of the place"), "name", is_title=True),
        Column(_("Code"), "code"),
        Column(_("Kind"), "get_kind_display"),
        Column(_("Belongs to"), "parent.name", is_desk=True),
        Column(_("Without a congress"), "is_without_congress", is_desk=True),
        Column(_("Ended on"), "until_on", is_desk=True),
    ),
    action="congress.{}_region",
    form=RegionForm,
    search=("name", "code"),
    finds=_called_before,
    chips=(
        Chip("counties", say_lazily("county_level"), _of_kind(RegionKind.COUNTY)),
        Chip("townships", say_lazily("township_level"), _of_kind(RegionKind.TOWNSHIP)),
        Chip("streets", _("Streets"), _of_kind(RegionKind.STREET)),
        Chip("villages", say_lazily("village_level"), _of_kind(RegionKind.VILLAGE)),
        Chip(
            "without",
            _("Without a congress"),
            lambda rows, actor: rows.filter(is_without_congress=True, until_on=None),
        ),
        Chip("ended", _("Place ended"), lambda rows, actor: rows.exclude(until_on=None)),
    ),
    order=("path",),
    parts="congress/_region.html",
    more=_more,
    links=_links,
    list_links=_tree,
    place=30,
)


def declare() -> None:
    """Tell the kernel of it, and count what hangs on places."""
    add(REGIONS)
    called(
        {
            "congress.rename_region": _("Place renamed"),
            "congress.move_region": _("Place moved"),
            "congress.end_region": _("Place ended"),
        }
    )
    places = counting.Count("places", _("Places"), counting.standing, "path", is_below=True)
    counting.count_in_regions(places)
    counting.count_in_regions(counting.Count("bodies", _("Bodies"), counting.bodies, "lies_in"))
    counting.count_in_regions(counting.Count("congresses", _("Congresses"), counting.congresses))
