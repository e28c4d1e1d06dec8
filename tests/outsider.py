"""People with an account and something to do, but not here."""

from datetime import date
from typing import Any

from renda.accounts.actions import create_user
from renda.congress.actions import add_body
from renda.congress.roles import BodyKind, Role
from renda.congress.staffing import give_post
from renda.deputies.actions import add_deputy, add_person
from renda.deputies.cast import BANNER, PRESIDIUM


def outsider(city: Any) -> Any:
    """A deputy of one banner only, with an account."""
    user = create_user(
        username="waidi", name="巴音孟和", password_hash="!", phone=None, is_demo=True
    )
    person = add_person(name=user.name, congress_id=city.congresses[BANNER].pk, user=user)
    term = city.terms[BANNER]
    add_deputy(person=person, term=term, from_on=date(2021, 12, 20), electoral_unit="", order=900)
    return user


def neighbour(city: Any, slug: str) -> Any:
    """Administrator and office of another congress in one person: may do there what can be done."""
    here = city.congresses[slug]
    user = create_user(username=f"at-{slug}", name="邻里管", password_hash="!", is_demo=True)
    body = city.bodies.get((slug, PRESIDIUM))
    body = body or add_body(congress=here, kind=BodyKind.OFFICE, name="综合办公室", order=900)
    for role in (Role.ADMINISTRATOR, Role.DEPUTIES_OFFICE):
        give_post(user=user, body=body, role=role, from_on=date(2021, 12, 20))
    return user
