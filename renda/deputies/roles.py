"""Words for deputies: how a mandate began and ended, kinds of groups, offices in bodies."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sex(models.TextChoices):
    """As the roster says."""

    FEMALE = "female", _("female")
    MALE = "male", _("male")


class Beginning(models.TextChoices):
    """新任, 连任, 补选."""

    NEW = "new", _("newly elected")
    AGAIN = "again", _("re-elected")
    BY_ELECTION = "by_election", _("elected in a by-election")


class Ground(models.TextChoices):
    """On which ground a mandate ends or is suspended; the articles stand in `GROUND_ARTICLES`."""

    MOVED = "moved", _("transferred or moved out of the region")
    RESIGNED = "resigned", _("resignation accepted")
    ABSENT = "absent", _("twice absent from the session without leave")
    RECALLED = "recalled", _("recalled")
    NATIONALITY = "nationality", _("lost the nationality")
    RIGHTS = "rights", _("deprived of political rights")
    CAPACITY = "capacity", _("lost legal capacity")
    DIED = "died", _("died")
    TERM_OVER = "term_over", _("the term is over")
    DETAINED = "detained", _("detained in a criminal case")
    SENTENCED = "sentenced", _("serving a sentence without loss of political rights")


# 代表法62 and 61 by their items.
GROUND_ARTICLES: dict[str, str] = {
    **dict.fromkeys(
        (
            Ground.MOVED,
            Ground.RESIGNED,
            Ground.ABSENT,
            Ground.RECALLED,
            Ground.NATIONALITY,
            Ground.RIGHTS,
            Ground.CAPACITY,
        ),
        "代表法62",
    ),
    Ground.DIED: "代表法62",
    Ground.TERM_OVER: "代表法2",
    Ground.DETAINED: "代表法61",
    Ground.SENTENCED: "代表法61",
}
SUSPENDING = (Ground.DETAINED, Ground.SENTENCED)
ENDING = tuple(g for g in Ground if g not in SUSPENDING and g != Ground.TERM_OVER)


class GroupKind(models.TextChoices):
    """领域, 地域, 专业, 混合 (office.md 1.16 to 1.19)."""

    FIELD = "field", _("by field")
    AREA = "area", _("by area")
    PROFESSION = "profession", _("professional")
    MIXED = "mixed", _("of several levels")


# Whoever joins another group of such a kind leaves the old one; of professional groups one may be
# in several.
ONE_OF = (GroupKind.FIELD, GroupKind.AREA, GroupKind.MIXED)


class Office(models.TextChoices):
    """What somebody is in a body."""

    CHAIR = "chair", _("chairperson")
    VICE_CHAIR = "vice_chair", _("vice-chairperson")
    SECRETARY_GENERAL = "secretary_general", _("secretary-general")
    MEMBER = "member", _("member")
    PRESIDENT = "president", _("chairperson of the presidium")
    VICE_PRESIDENT = "vice_president", _("vice-chairperson of the presidium")
    SECRETARY = "secretary", _("secretary of the Party group")
    DEPUTY_SECRETARY = "deputy_secretary", _("deputy secretary of the Party group")
    HEAD = "head", _("head")
    DEPUTY_HEAD = "deputy_head", _("deputy head")
    LIAISON = "liaison", _("liaison")


class UnitKind(models.TextChoices):
    """Voters elect in a constituency (选区), a lower congress in an electoral unit (选举单位)."""

    CONSTITUENCY = "constituency", _("constituency")
    ELECTORAL_UNIT = "electoral_unit", _("electoral unit")


class CaseKind(models.TextChoices):
    """What a qualification case is about (代表法61–63)."""

    CONFIRM = "confirm", _("confirm the mandate")
    END = "end", _("end the mandate")
    SUSPEND = "suspend", _("suspend the mandate")
    RESTORE = "restore", _("restore the mandate")


class Answer(models.TextChoices):
    """What became of a proposed change of a person's data."""

    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    TAKEN_BACK = "taken_back", _("taken back")


class Extra(models.TextChoices):
    """What a deputy may let the public card show beyond what 代表法58.2 demands."""

    PHOTO = "photo", _("photograph")
    SEX = "sex", _("sex")
    NATIONALITY = "nationality", _("ethnic group")
    WORK = "work", _("work unit and office")
    EXPERTISE = "expertise", _("expertise")
    INTRODUCTION = "introduction", _("introduction")
