"""Somebody with an account and a mandate, but not here."""

from datetime import date
from typing import Any

from renda.accounts.actions import create_user
from renda.deputies.actions import add_deputy, add_person
from renda.deputies.cast import BANNER


def outsider(city: Any) -> Any:
    """A deputy of one banner only, with an account."""
    user = create_user(
        username="waidi", name="巴音孟和", password_hash="!", phone=None, is_demo=True
    )
    person = add_person(name=user.name, congress_id=city.congresses[BANNER].pk, user=user)
    term = city.terms[BANNER]
    add_deputy(person=person, term=term, from_on=date(2021, 12, 20), electoral_unit="", order=900)
    return user
