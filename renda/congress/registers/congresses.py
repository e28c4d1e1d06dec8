"""This congress's own settings, and the congresses below it, one page each."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from renda.congress.actions import set_up_congress
from renda.congress.drawing import congress_page
from renda.congress.forms.congresses import CongressForm
from renda.congress.models import Congress
from renda.congress.permits import administrator, reads_bodies
from renda.kernel.permits.actor import Actor
from renda.kernel.registers.register import Column, Register, add


def _rows(actor: Actor) -> QuerySet[Any]:
    here = Congress.objects.get(pk=actor.congress_id)
    return Congress.objects.filter(path__startswith=here.path).select_related("region", "parent")


def _adds(values: dict[str, Any], actor: Actor) -> Congress:
    return set_up_congress(**values, by=actor)


def _more(request: Any, congress: Congress) -> dict[str, Any]:
    drawn = congress_page(congress, request.actor)
    return {**drawn, "is_own": congress.pk == request.congress.pk}


CONGRESSES = Register(
    key="congresses",
    name=_("This congress and those below"),
    one=_("a lower congress"),
    about=_("Name, place, powers and fixed numbers of each, and how it is doing."),
    icon="hall",
    group="congress",
    model=lambda: Congress,
    rows=_rows,
    reads=reads_bodies,
    writes=administrator,
    columns=(
        Column(_("Full name of the congress"), "name", is_title=True),
        Column(_("Level"), "get_level_display"),
        Column(_("Place in the tree"), "region.name", is_desk=True),
        Column(_("Telephone"), "phone", is_desk=True),
        Column(_("Dispatched"), "is_dispatched", is_desk=True),
        Column(_("Deputies fixed"), "fixed_deputies", is_desk=True),
    ),
    action="congress.{}_congress",
    verbs={"add": "set_up"},
    form=CongressForm,
    search=("name", "short_name"),
    order=("path",),
    adds=_adds,
    can_withdraw=False,
    parts="congress/_congress.html",
    more=_more,
    trail=lambda congress: congress.pk,
    place=5,
)


def declare() -> None:
    """Tell the kernel of it."""
    add(CONGRESSES)
