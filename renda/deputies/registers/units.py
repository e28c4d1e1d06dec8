"""选区和选举单位: where deputies are elected, and which seats are empty."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from renda.deputies import listing
from renda.deputies.forms.units import UnitForm
from renda.deputies.models import ElectoralUnit
from renda.deputies.naming import term_name
from renda.deputies.permits import keeps_deputies, reads_deputies
from renda.deputies.roles import Beginning
from renda.kernel.pages.request import Request
from renda.kernel.permits.actor import Actor
from renda.kernel.registers.register import Column, Link, Mark, Register, add


def _more(request: Request, row: ElectoralUnit) -> dict[str, Any]:
    return {"seated": listing.taken_seats(row), "vacant": listing.vacant_seats(row)}


def _links(actor: Actor, congress: Any, row: ElectoralUnit) -> Sequence[Link]:
    if not (keeps_deputies(actor) and listing.vacant_seats(row)):
        return ()
    asked = f"?unit={row.pk}&term={row.term_id}&beginning={Beginning.BY_ELECTION}"
    url = reverse("registers:new", args=[congress.slug, "deputies"])
    return (Link(_now("Enter who was elected in a by-election"), url + asked, "plus"),)


def _vacant(unit: ElectoralUnit) -> Any:
    vacant = listing.vacant_seats(unit)
    if not vacant:
        return vacant
    return Mark(_now("%(number)d vacant") % {"number": vacant}, "t-soon", "soon")


REGISTER = Register(
    key="units",
    name=_("Constituencies and electoral units"),
    one=_("a constituency or electoral unit"),
    about=_("Where the deputies of a term are elected, how many seats there are, which are empty."),
    icon="place",
    group="people",
    model=lambda: ElectoralUnit,
    rows=listing.with_seats,
    reads=reads_deputies,
    writes=keeps_deputies,
    columns=(
        Column(_("Number"), "number"),
        Column(_("Name of the unit"), "name", is_title=True),
        Column(_("Kind"), "get_kind_display", is_desk=True),
        Column(_("Term"), lambda unit: term_name(unit.term), is_desk=True),
        Column(_("Elected by"), "electing", is_desk=True),
        Column(_("Extent"), "extent", is_desk=True),
        Column(_("Seats"), "seats"),
        Column(_("Deputies"), lambda unit: len(listing.taken_seats(unit))),
        Column(_("Vacant seats"), _vacant),
    ),
    action="deputies.{}_unit",
    form=UnitForm,
    search=("name", "extent", "region__name"),
    order=("-term__number", "number", "pk"),
    parts="deputies/_unit.html",
    more=_more,
    links=_links,
    place=20,
)


def declare() -> None:
    """Tell the kernel of it."""
    add(REGISTER)
