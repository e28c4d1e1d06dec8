"""Browsers in the hands of the office, a deputy, a citizen."""

from typing import Any

import pytest
from django.test import Client

from renda.kernel.pages.keys import new_key


class Hand:
    """A signed-in browser that fills in what every form carries."""

    def __init__(self, user: Any = None) -> None:
        self.client = Client(headers={"accept-language": "zh-hans"})
        if user is not None:
            self.client.force_login(user)

    def see(self, url: str, code: int = 200) -> str:
        """The text of a page."""
        page = self.client.get(url)
        assert page.status_code == code, (url, page.status_code)
        return page.content.decode()

    def send(self, url: str, version: int = 0, **typed: Any) -> Any:
        """Send a form with a key of its own."""
        return self.client.post(url, {"key": new_key(), "version": version, **typed})


@pytest.fixture
def clerk(city):
    """代表工作机构."""
    return Hand(city.users["白玥琪"])


@pytest.fixture
def deputy(city):
    """乌仁托娅."""
    return Hand(city.users["乌仁托娅"])


@pytest.fixture
def citizen(db):
    """Anybody."""
    return Hand()
