"""The registers of the deputies; each file declares its own when the app is ready."""

from django.utils.translation import gettext_lazy as _

from renda.congress.permits import reads_bodies
from renda.deputies.registers import (
    bodies,
    certificates,
    deputies,
    groups,
    memberships,
    turnover,
    units,
)
from renda.kernel.registers import history, hub

SAID = {
    "deputies.seat": _("Seated"),
    "deputies.leave_seat": _("Left"),
    "deputies.change_office": _("Became something else"),
    "deputies.reorder_seats": _("Order changed"),
    "deputies.move_deputy": _("Moved to another delegation"),
}


def declare() -> None:
    """Tell the kernel of them, and of the pages beside them."""
    memberships.declare()
    bodies.declare()
    groups.declare()
    turnover.declare()
    history.called(SAID)
    hub.add(
        hub.Tile(
            name=_("The congress on a day"),
            about=_("Who sat where on any day, the numbers, the quorum; printed as a list."),
            icon="hall",
            group="congress",
            url_name="deputies:on_a_day",
            to=reads_bodies,
            place=5,
        )
    )
    deputies.declare()
    units.declare()
    certificates.declare()
