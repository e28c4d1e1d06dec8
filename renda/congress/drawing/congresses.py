"""The page of a congress."""

from typing import Any

from django.utils.translation import pgettext

from renda.congress.drawing.guidance import guidance
from renda.congress.drawing.meetings import meeting_alarm
from renda.congress.drawing.numbers import numbers_of
from renda.congress.drawing.quorums import quorums_of
from renda.congress.drawing.shapes import SHOWN
from renda.congress.models import Congress, Session, Sitting
from renda.congress.naming import session_name, sitting_name
from renda.congress.roles import Power
from renda.kernel.permits.actor import Actor


def congress_page(congress: Congress, actor: Actor) -> dict[str, Any]:
    """One congress as the page of the register shows it: numbers, sessions, meetings, guidance."""
    numbers, comma = numbers_of(congress), pgettext("between names in a list", ", ")
    sessions = Session.objects.filter(congress=congress).select_related("term", "congress")
    sittings = Sitting.objects.filter(congress=congress)
    sittings = sittings.select_related("term", "congress", "body")
    return {
        "alarm": meeting_alarm(congress),
        "powers": comma.join(str(power.label) for power in Power if congress.may(power)),
        "numbers": numbers,
        "quorums": quorums_of(numbers),
        "sessions": [(session_name(s), s) for s in sessions.order_by("-opens_on")[:SHOWN]],
        "sittings": [(sitting_name(s), s) for s in sittings[:SHOWN]],
        "guidance": guidance(congress, actor),
    }
