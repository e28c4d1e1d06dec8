"""代表证 (代表法49): issued one by one or to all who have none."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from renda.congress.permits import deputies_office
from renda.deputies.models import Certificate
from renda.deputies.queries import without_certificate
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.keeping import enter

LONGEST = 30


@dataclass(frozen=True)
class Pattern:
    """How certificates are numbered: 河人代证第 + 001 + 号."""

    before: str
    digits: int
    first: int
    after: str = ""

    def number(self, nth: int) -> str:
        """The number of the nth certificate, the first being 0."""
        return f"{self.before}{self.first + nth:0{self.digits}d}{self.after}"


@transaction.atomic
def issue_certificates(*, pattern: Pattern, on: date, by: Actor) -> list[Certificate]:
    """One for every deputy in office without a valid one, in the order of the register.

    Raises Refused when nobody lacks one, or a number is taken: then none is issued.
    """
    if not deputies_office(by):
        raise Refused(_("Only the deputies' affairs office issues certificates."))
    waiting = list(without_certificate(by.congress_id))
    if not waiting:
        raise Refused(_("Every deputy in office has a certificate."))
    numbers = [pattern.number(n) for n in range(len(waiting))]
    if len(numbers[-1]) > LONGEST:
        raise Refused(_("These numbers are too long."))
    taken = Certificate.objects.filter(congress_id=by.congress_id, number__in=numbers)
    if (first := taken.order_by("number").first()) is not None:
        raise Refused(_("The number %(number)s is taken.") % {"number": first.number})
    return [
        enter(
            Certificate(congress_id=by.congress_id, mandate=mandate, number=number, issued_on=on),
            "deputies.add_certificate",
            by=by,
        )
        for mandate, number in zip(waiting, numbers, strict=True)
    ]
