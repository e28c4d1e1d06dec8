"""Where the meetings of a body begin again with the first: in each term, or in each year."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from renda.congress.roles import BodyKind
from renda.kernel.options.declaring import Option, options_of

TERM, YEAR = "term", "year"
_CHOICES = ((TERM, _("in each term")), (YEAR, _("in each year")))
_USUAL = {
    BodyKind.STANDING_COMMITTEE: (TERM, _("Meetings of the standing committee are numbered")),
    BodyKind.COUNCIL: (TERM, _("Meetings of the council of chairpersons are numbered")),
    BodyKind.PRESIDIUM: (TERM, _("Meetings of the presidium are numbered")),
    BodyKind.PARTY_GROUP: (YEAR, _("Meetings of the Party group are numbered")),
    BodyKind.COMMITTEE: (TERM, _("Meetings of a special committee are numbered")),
    BodyKind.QUALIFICATION: (TERM, _("Meetings of the qualification committee are numbered")),
    BodyKind.CONSULTATIVE: (YEAR, _("Consultative meetings are numbered")),
    BodyKind.DISPATCHED: (YEAR, _("Meetings of a dispatched working committee are numbered")),
}
NUMBERING: dict[str, Option] = {
    kind: Option(f"congress.numbering_{kind.value}", usual=usual, says=says, choices=_CHOICES)
    for kind, (usual, says) in _USUAL.items()
}


def is_yearly(congress_id: int, kind: Any) -> bool:
    """Whether a body of this kind numbers its meetings in the year, in this congress."""
    return bool(NUMBERING[kind].of(options_of(congress_id)) == YEAR)
