"""Which qualification cases wait with the posts of a person."""

from renda.congress.handing_over import OpenItem
from renda.congress.models import Congress
from renda.congress.permits import deputies_office
from renda.deputies.models import QualificationCase
from renda.deputies.permits import qualification_committee
from renda.deputies.states import OPEN
from renda.kernel.permits.actor import Actor


def open_cases(actor: Actor, congress: Congress, _posts: object) -> list[OpenItem]:
    """The cases that are not announced, for whoever takes these posts over (交接)."""
    rows = QualificationCase.objects.filter(congress=congress)
    rows = rows.filter(state__in=OPEN).order_by("pk")
    mine = [case for case in rows if deputies_office(actor) or qualification_committee(actor, case)]
    return [OpenItem("deputies.qualificationcase", case.pk) for case in mine]
