"""What the pages of congresses and places draw from, read in a fixed number of queries."""

from renda.congress.drawing.congresses import congress_page
from renda.congress.drawing.guidance import guidance_badge
from renda.congress.drawing.meetings import meeting_alarm
from renda.congress.drawing.numbers import numbers_of
from renda.congress.drawing.places import region_page
from renda.congress.drawing.quorums import quorums_of

__all__ = [
    "congress_page",
    "guidance_badge",
    "meeting_alarm",
    "numbers_of",
    "quorums_of",
    "region_page",
]
