"""What an event is called."""

from django.utils.translation import gettext as _

from renda.kernel.registers.history.events import said_in
from renda.kernel.registers.history.shapes import UNDO
from renda.kernel.registers.history.sources import LABELS
from renda.kernel.trail.models import Event


def label_of(event: Event) -> str:
    """What an event is called in a history."""
    if event.action in LABELS:
        return str(LABELS[event.action])
    said = said_in(event)
    if event.action == UNDO:
        return _("Undone")
    if "erased" in said:
        return _("Personal data erased")
    if event.words_hash and not said:
        return _("Something was entered or changed; its words were erased")
    if "set" in said:
        return _("Entered")
    if said.get("void"):
        return _("Withdrawn")
    return _("Changed")
