"""The registers of a congress; each file declares its own when the app is ready."""

from django.utils.translation import gettext_lazy as _

from renda.congress.registers import (
    bodies,
    congresses,
    contacts,
    local,
    organs,
    posts,
    regions,
    sittings,
    terms,
)
from renda.kernel.registers import hub


def declare() -> None:
    """Tell the kernel of them, heading by heading."""
    hub.heading("congress", _("The congress"))
    hub.heading("bodies", _("Bodies and organs"))
    hub.heading("people", _("Deputies"))
    hub.heading("accounts", _("Accounts and posts"))
    hub.heading("files", _("Tables in and out"))
    terms.declare()
    congresses.declare()
    regions.declare()
    sittings.declare()
    local.declare()
    bodies.declare()
    organs.declare()
    contacts.declare()
    posts.declare()
