"""Meetings of bodies, numbered as the office writes them."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from renda.congress.actions.sittings import change_sitting, hold_sitting
from renda.congress.drawing import meeting_alarm
from renda.congress.forms.sittings import SittingForm
from renda.congress.models import Sitting
from renda.congress.naming import sitting_name
from renda.congress.permits import keeps_sittings, reads_bodies
from renda.congress.roles import BodyKind
from renda.kernel.permits.actor import Actor
from renda.kernel.registers.register import Chip, Column, Register, add


def _rows(actor: Actor) -> QuerySet[Any]:
    rows = Sitting.objects.filter(congress_id=actor.congress_id)
    return rows.select_related("congress", "body", "term")


def _adds(values: dict[str, Any], actor: Actor) -> Sitting:
    return hold_sitting(**values, by=actor)


def _of(kind: BodyKind) -> Chip:
    return Chip(kind.value, kind.label, lambda rows, actor: rows.filter(body__kind=kind))


SITTINGS = Register(
    key="sittings",
    name=_("Meetings of bodies"),
    one=_("a meeting"),
    about=_("Each numbers itself in the term or in the year, as the local rules say."),
    icon="calendar",
    group="congress",
    model=lambda: Sitting,
    rows=_rows,
    reads=reads_bodies,
    writes=keeps_sittings,
    columns=(
        Column(_("Meeting"), sitting_name, is_title=True),
        Column(_("Opens on"), "opens_on"),
        Column(_("Closes on"), "closes_on", is_desk=True),
        Column(_("Body"), "body.name", is_desk=True),
    ),
    action="congress.{}_sitting",
    verbs={"add": "hold"},
    form=SittingForm,
    search=("body__name",),
    chips=(
        _of(BodyKind.STANDING_COMMITTEE),
        _of(BodyKind.COUNCIL),
        _of(BodyKind.PRESIDIUM),
        _of(BodyKind.PARTY_GROUP),
    ),
    order=("-opens_on", "-pk"),
    adds=_adds,
    changes=change_sitting,
    alarm=lambda actor, congress: meeting_alarm(congress),
    place=25,
)


def declare() -> None:
    """Tell the kernel of it."""
    add(SITTINGS)
