"""What is open at an organ, to whoever keeps the organs and may not read the matters themselves."""

import pytest
from django.test import Client

from renda.kernel.moment import today
from renda.suggestions.naming import short_number
from tests.life import Life

pytestmark = pytest.mark.django_db
REFORM = "/hewan/registers/organs/reform/"


@pytest.fixture
def administrator(city):
    """A browser in the administrator's hands: keeps organs, sees no content."""
    client = Client(headers={"accept-language": "zh-hans"})
    client.force_login(city.users["高珺"])
    return client


def asked(housing, *names):
    """A reform of the housing bureau into new ones."""
    return {"old": housing.pk, "names": "\n".join(names), "on": today().isoformat()}


def test_the_administrator_sees_numbers_of_open_matters_and_no_titles(
    city, administrator, browser, housing
):
    open_one = Life(city).assigned().fresh()
    for url, typed in (
        (f"/hewan/registers/organs/{housing.pk}/", {}),
        (REFORM, asked(housing, "市住房局")),
        (REFORM, asked(housing, "市住房局", "市城建局")),
    ):
        page = administrator.get(url, typed).content.decode()
        assert open_one.title not in page and f"/suggestions/{open_one.pk}/" not in page
        assert short_number(open_one) in page
        assert open_one.title in browser.get(url, typed).content.decode()
