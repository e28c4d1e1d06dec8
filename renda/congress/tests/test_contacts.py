"""Heads and contact persons: who begins ends who was it, unless it was long ago."""

from datetime import timedelta

import pytest

from renda.congress.contacts import enter_contact
from renda.congress.models import Contact
from renda.kernel.moment import today

pytestmark = pytest.mark.django_db
YESTERDAY = timedelta(days=1)


@pytest.fixture
def begins(housing, clerk):
    """Somebody is entered as head, in place of who was it."""

    def entered(name, **days):
        said = {"body": housing, "duty": "head", "name": name, "is_replacing": True, **days}
        return enter_contact(said, clerk)

    return entered


def test_a_new_head_ends_the_present_one(begins, contact, housing):
    present = contact(housing, "孔堃", "head")
    begins("田玉芬", from_on=today())
    present.refresh_from_db()
    assert present.until_on == today() - YESTERDAY


def test_a_former_head_ends_nobody(begins, contact, housing):
    present = contact(housing, "孔堃", "head")
    begins("田玉芬", until_on=today() - YESTERDAY)
    present.refresh_from_db()
    assert present.until_on is None
    assert Contact.objects.filter(body=housing, duty="head", until_on=None).get() == present
