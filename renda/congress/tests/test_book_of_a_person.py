"""What the address book learnt from use goes with the person, though it has no number."""

from datetime import date

import pytest

from renda.congress.contacts import note_contact
from renda.congress.models import AddressEntry
from renda.congress.personal import _entries
from renda.kernel.personal.holding import Whom

pytestmark = pytest.mark.django_db


def test_an_entry_without_a_number_is_theirs_by_name_and_post(city, housing, police):
    user = city.users["郝雁南"]
    for body in (housing, police):
        note_contact(body=body, name=user.name, used_for="签收", on=date(2026, 3, 2))
    whom = Whom(user_id=user.pk, name=user.name)
    assert [row.body for row in _entries(AddressEntry, whom)] == [housing]
