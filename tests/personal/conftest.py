"""Somebody of whom everything is held, and their browsers."""

import pytest
from django.test import Client

from tests.teller import Teller


@pytest.fixture
def teller(city, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return Teller(city)


@pytest.fixture
def own(teller):
    client = Client(headers={"accept-language": "zh-hans"})
    client.force_login(teller.user)
    return client


@pytest.fixture
def admin(teller):
    client = Client(headers={"accept-language": "zh-hans"})
    client.force_login(teller.city.users["高珺"])
    return client
