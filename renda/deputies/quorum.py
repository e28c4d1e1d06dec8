"""How many must be there, and how many votes pass something, on any day, past or to come."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from renda.congress.models import Body, Congress
from renda.congress.roles import BodyKind
from renda.deputies.models import Mandate
from renda.deputies.seats import headcount, members_on


@dataclass(frozen=True)
class Quorum:
    """How many there are, how many must be present, how many votes pass something."""

    base: int
    needed: int
    passes: int
    cites: str

    def is_met(self, present: int) -> bool:
        """Whether so many present are enough; where nobody is, nobody is enough."""
        return self.base > 0 and present >= self.needed


# What the chair says before opening, by whose meeting it is and whether there are enough.
_COMMITTEE, _DEPUTIES, _OTHERS = BodyKind.STANDING_COMMITTEE.value, "deputies", ""
SENTENCES = {
    (_COMMITTEE, True): _(
        "The standing committee has %(base)s members; %(present)s attend this meeting, "
        "which is a quorum"
    ),
    (_COMMITTEE, False): _(
        "The standing committee has %(base)s members; %(present)s attend this meeting, "
        "which is not a quorum"
    ),
    (_DEPUTIES, True): _(
        "The congress has %(base)s deputies; %(present)s attend this meeting, which is a quorum"
    ),
    (_DEPUTIES, False): _(
        "The congress has %(base)s deputies; %(present)s attend this meeting, which is not a quorum"
    ),
    (_OTHERS, True): _(
        "%(body)s has %(base)s members; %(present)s attend this meeting, which is a quorum"
    ),
    (_OTHERS, False): _(
        "%(body)s has %(base)s members; %(present)s attend this meeting, which is not a quorum"
    ),
}


def quorum(body: Body, day: date) -> Quorum:
    """What a body needs on a day."""
    return majority(headcount(members_on(body, day)), body.kind)


def majority(base: int, kind: str) -> Quorum:
    """More than half of all members to sit and to decide: the law's for the standing committee
    (组织法51.3、51.4), for other bodies the usual local rule."""
    half = base // 2 + 1
    is_lawful = kind == BodyKind.STANDING_COMMITTEE
    return Quorum(base, half, half, "组织法51.3、51.4" if is_lawful else "local")


def deputies_quorum(congress: Congress, day: date) -> Quorum:
    """What the congress needs on a day."""
    return two_thirds(Mandate.objects.deputies_on(day).filter(congress=congress).count())


def two_thirds(base: int) -> Quorum:
    """Two thirds of all deputies to sit (组织法14.4), more than half to elect and to decide
    (组织法25)."""
    return Quorum(base, -(-base * 2 // 3), base // 2 + 1, "组织法14.4、25")


def sentence(needed: Quorum, present: int, *, kind: str, name: str = "") -> str:
    """What the chair says of so many present: of a kind of body, or of "deputies"."""
    if present > needed.base:
        told = {"present": present, "base": needed.base}
        return gettext("%(present)s cannot be present: there are %(base)s.") % told
    whose = kind if (kind, True) in SENTENCES else _OTHERS
    said: dict[str, object] = {"base": needed.base, "present": present, "body": name}
    return str(SENTENCES[whose, needed.is_met(present)]) % said


def quorum_sentence(body: Body, day: date, present: int) -> str:
    """现有常委会组成人员43人，出席本次会议33人，符合法定人数: as the chair says it."""
    return sentence(quorum(body, day), present, kind=body.kind, name=body.name)


def deputies_sentence(congress: Congress, day: date, present: int) -> str:
    """应到代表303人，出席281人，符合法定人数."""
    return sentence(deputies_quorum(congress, day), present, kind=_DEPUTIES)
