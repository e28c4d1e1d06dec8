"""The organs of the invented city, who keeps them, and a congress of a street."""

from datetime import date
from functools import partial

import pytest
from django.test import Client

from renda.congress.actions import add_body, give_post, set_up_congress
from renda.congress.models import Contact
from renda.congress.roles import BodyKind
from renda.congress.tests.organ_lists import judge
from renda.deputies.cast import CITY, HOUSING
from renda.kernel.pages.keys import new_key
from renda.kernel.registers.keeping import enter

CLERK, POLICE = "白玥琪", "市公安局"


@pytest.fixture
def clerk(city):
    """The office."""
    return city.actor(CLERK)


@pytest.fixture
def housing(city):
    """市住房和城乡建设局."""
    return city.organ(HOUSING)


@pytest.fixture
def police(city):
    """市公安局."""
    return city.organ(POLICE)


@pytest.fixture
def new_organ(city):
    """An organ by its name."""

    def make(name="市人民防空办公室", kind=BodyKind.ORGAN, **more):
        return add_body(congress=city.congresses[CITY], kind=kind, name=name, **more)

    return make


@pytest.fixture
def contact(city):
    """A contact person of an organ, with a number."""

    def make(organ, name="田玉芬", duty="contact", mobile="13900000009", **more):
        row = Contact(body=organ, duty=duty, name=name, from_on=date(2025, 1, 6), **more)
        row.mobile = mobile
        return enter(row, "congress.add_contact", by=None, congress_id=organ.congress_id)

    return make


@pytest.fixture
def post(city):
    """A person gets a post at a body."""

    def make(body, person="单禾", role="handler", **more):
        return give_post(
            user=city.users[person], body=body, role=role, from_on=date(2025, 1, 6), **more
        )

    return make


@pytest.fixture
def browser(city):
    """A browser in the office's hands, in Chinese."""
    client = Client(headers={"accept-language": "zh-hans"})
    client.force_login(city.users[CLERK])
    return client


@pytest.fixture
def send(browser):
    """Send a form there."""

    def sent(url, **typed):
        return browser.post(url, {"key": new_key(), "version": 0, **typed})

    return sent


@pytest.fixture
def dispatched(city):
    """槐荫街道人大工委."""
    return set_up_congress(
        slug="huaiyin",
        name="临湾区人大常委会槐荫街道工作委员会",
        short_name="槐荫街道人大工委",
        place="槐荫街道",
        level="township",
        parent=city.congresses["linwan"],
        is_dispatched=True,
    )


@pytest.fixture
def judged(city):
    """Judge rows of a list of organs of the city."""
    return partial(judge, city.congresses[CITY])
