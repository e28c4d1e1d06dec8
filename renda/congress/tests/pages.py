"""A person's browser, and a form sent as a person sends it."""

from typing import Any

from django.test import Client

from renda.kernel.pages.keys import new_key


def browser(city: Any, name: str) -> Client:
    """Somebody of the cast, signed in, reading Chinese."""
    client = Client(headers={"accept-language": "zh-hans"})
    client.force_login(city.users[name])
    return client


def send(client: Client, url: str, **typed: Any) -> Any:
    """A form with its one-time key."""
    return client.post(url, {"key": new_key(), "version": 0, **typed})


def read(client: Client, url: str) -> str:
    """What a page says."""
    response = client.get(url)
    assert response.status_code == 200, (url, response.status_code)
    return response.content.decode()
