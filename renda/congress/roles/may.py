"""What a congress may do, and what each level usually can."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from renda.congress.roles.kinds import Level


class Power(models.TextChoices):
    """What a congress may do. A place sets them; by itself they are as the law has it."""

    SESSIONS = "sessions", _("holds sessions")
    COMMITTEE = "committee", _("has a standing committee")
    PRESIDIUM = "presidium", _("has a standing presidium")
    SPECIAL_COMMITTEES = "special_committees", _("has special committees")
    DECIDES = "decides", _("decides and votes")
    APPOINTS = "appoints", _("appoints and removes")
    LEGISLATES = "legislates", _("makes local regulations")
    DIRECT_ELECTION = "direct_election", _("its deputies are elected by the voters")


_ABOVE = [
    Power.SESSIONS,
    Power.COMMITTEE,
    Power.SPECIAL_COMMITTEES,
    Power.DECIDES,
    Power.APPOINTS,
    Power.LEGISLATES,
]


# 组织法7、10、33、46、49: a county's congress makes no regulations, a township's has no committee.
USUAL_POWERS: dict[str, list[str]] = {
    Level.NATION: [*_ABOVE],
    Level.PROVINCE: [*_ABOVE],
    Level.PREFECTURE: [*_ABOVE],
    Level.COUNTY: [*_ABOVE[:-1], Power.DIRECT_ELECTION],
    Level.TOWNSHIP: [Power.SESSIONS, Power.PRESIDIUM, Power.DECIDES, Power.DIRECT_ELECTION],
}
