"""The quorums of the bodies of a congress."""

from renda.congress import legal_numbers as law
from renda.congress.drawing.shapes import Number, Quorum


def quorums_of(numbers: list[Number]) -> list[Quorum]:
    """What must be there and what passes, of those in office or else of the fixed number."""
    found = []
    for number in numbers:
        needs, cites = _QUORUMS[number.key]
        if of := number.actual or number.fixed:
            found.append(Quorum(number.label, of, needs(of), law.majority(of), cites))
    return found


_QUORUMS = {
    "deputies": (law.congress_quorum, "组织法14.4、25"),
    "committee": (law.majority, "组织法51.3、51.4"),
}
