"""A congress that is a committee dispatched to a place without one: it has no terms (组织法59)."""

from datetime import date

import pytest

from renda.congress import first_steps
from renda.congress.actions import add_body, give_post
from renda.congress.actions.sittings import change_sitting, hold_sitting
from renda.congress.models import Body
from renda.congress.naming import sitting_name
from renda.congress.roles import BodyKind, Role
from renda.congress.second_factors import DEMANDED
from renda.congress.tests.desk import ADMIN, CLERK, at_desk, send
from renda.kernel.moment import today
from renda.kernel.options.declaring import set_option

pytestmark = pytest.mark.django_db


@pytest.fixture
def street(dispatched):
    """The committee itself."""
    return add_body(congress=dispatched, kind=BodyKind.DISPATCHED, name="槐荫街道人大工委")


def test_it_is_not_asked_for_what_it_cannot_have(city, dispatched, street):
    asked = {step.key for step, _done in first_steps.steps(dispatched)}
    assert not asked & {"term", "session", "deputies", "organs"}
    office = add_body(congress=dispatched, kind=BodyKind.OFFICE, name="工委办公室")
    for body, role, name in (
        (street, Role.DEPUTIES_OFFICE, CLERK),
        (office, Role.MEETINGS_OFFICE, "单禾"),
    ):
        give_post(user=city.users[name], body=body, role=role, from_on=today())
    assert first_steps.missing(dispatched) == 0


def test_it_is_entered_on_the_page_of_bodies(city, dispatched):
    office = add_body(congress=dispatched, kind=BodyKind.OFFICE, name="工委办公室")
    user = city.users[ADMIN]
    set_option(congress_id=dispatched.pk, key=DEMANDED.key, value=())
    give_post(user=user, body=office, role=Role.ADMINISTRATOR, from_on=today())
    url = f"/{dispatched.slug}/registers/bodies/enter/"
    entered = send(at_desk(city, ADMIN), url, kind="dispatched", name="街道人大工委")
    assert entered.status_code == 302
    assert Body.objects.get(congress=dispatched, kind=BodyKind.DISPATCHED).name == "街道人大工委"


def test_its_meetings_number_themselves_in_the_year(city, street):
    first, second, third = (
        hold_sitting(body=street, opens_on=day)
        for day in (date(2025, 11, 3), date(2025, 12, 1), date(2026, 1, 5))
    )
    assert [(s.year, s.number, s.term) for s in (first, second, third)] == [
        (2025, 1, None),
        (2025, 2, None),
        (2026, 1, None),
    ]
    assert sitting_name(second) == "槐荫街道人大工委2025年第2次会议"
    change_sitting(second, {"opens_on": date(2025, 12, 2)}, city.actor(CLERK))
    assert second.opens_on == date(2025, 12, 2)
