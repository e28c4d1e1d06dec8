"""A process of its own: settles a change of term with many deputies, for the night to carry out."""

import sys

import django

django.setup()

from django.db import transaction  # noqa: E402

from renda.congress.actions import add_body  # noqa: E402
from renda.congress.roles import BodyKind  # noqa: E402
from renda.deputies.actions import add_deputy, add_person  # noqa: E402
from renda.deputies.demo import recall  # noqa: E402
from renda.deputies.models import Membership  # noqa: E402
from renda.kernel.registers.keeping import enter  # noqa: E402
from tests.turnover import Turn  # noqa: E402


def main(many: int) -> None:
    """So many deputies of the old term, half of them re-elected, all in one group."""
    with transaction.atomic():
        city = recall()
        here, term = city.congresses["hewan"], city.terms["hewan"]
        body = add_body(congress=here, kind=BodyKind.GROUP, name="大组")
        names = [f"代表{n}" for n in range(many)]
        for name in names:
            person = add_person(name=name, congress_id=here.pk)
            mandate = add_deputy(person=person, term=term, from_on=term.from_on)
            seat = {"congress": here, "body": body, "person": person, "mandate": mandate}
            row = Membership(**seat, from_on=term.from_on)
            enter(row, "deputies.add_membership", by=None)
        Turn(city).again(*names[::2]).settled()


if __name__ == "__main__":
    main(int(sys.argv[1]))
