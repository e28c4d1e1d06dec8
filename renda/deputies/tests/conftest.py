"""People and bodies that the tests of seats and groups ask for again and again."""

from datetime import date

import pytest
from django.test import Client

from renda.congress.actions import add_body
from renda.congress.roles import BodyKind
from renda.deputies import actions
from renda.deputies.cast import CITY
from renda.kernel.pages.keys import new_key

DAY = date(2026, 6, 25)


@pytest.fixture
def clerk(city):
    """Who keeps the bodies."""
    return city.actor("白玥琪")


@pytest.fixture
def committee(city):
    """The city's standing committee."""
    return city.bodies[CITY, "常委会"]


@pytest.fixture
def deputy(city):
    """A deputy of the city by name, with what else is to be told of a new one."""

    def named(name, **more):
        if (CITY, name) in city.mandates:
            return city.mandates[CITY, name]
        here = city.congresses[CITY]
        person = actions.add_person(name=name, congress_id=here.pk)
        more = {"from_on": date(2021, 12, 20), "electoral_unit": "五泉县", **more}
        return actions.add_deputy(person=person, term=city.terms[CITY], **more)

    return named


@pytest.fixture
def body(city):
    """A body of the city of any kind, empty."""

    def of(kind=BodyKind.COMMITTEE, name="社会建设委员会", congress=CITY, **more):
        return add_body(congress=city.congresses[congress], kind=kind, name=name, **more)

    return of


@pytest.fixture
def seated(clerk):
    """Seat somebody in a body."""

    def seat(body, mandate, office="member", from_on=DAY, **more):
        person = mandate.person
        return actions.seat(
            body=body, person=person, office=office, from_on=from_on, by=clerk, **more
        )

    return seat


@pytest.fixture
def browser(city):
    """A browser in the clerk's hands."""
    client = Client(headers={"accept-language": "zh-hans"})
    client.force_login(city.users["白玥琪"])
    return client


@pytest.fixture
def send(browser):
    """Send a form of an act; `key` for one that is sent twice."""

    def sent(url, key=None, **typed):
        return browser.post(url, {"key": key or new_key(), "version": 0, **typed})

    return sent
