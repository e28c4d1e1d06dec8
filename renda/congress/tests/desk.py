"""Somebody at their desk: a signed-in browser, and the forms it sends."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.test import Client

from renda.congress.models import Post
from renda.kernel.moment import BEIJING, today
from renda.kernel.pages.keys import new_key

ADMIN, CLERK, HANDLER, HEAD, BOTH = "高珺", "白玥琪", "郝雁南", "孔堃", "刘麦霞"


def at_desk(city: Any, name: str) -> Client:
    """A browser in somebody's hands, in Chinese."""
    client = Client(headers={"accept-language": "zh-hans"})
    client.force_login(city.users[name])
    return client


def send(client: Client, url: str, **typed: Any) -> Any:
    """Send a form."""
    return client.post(url, {"key": new_key(), "version": 0, **typed})


def do(admin: Client, user: Any, what: str, slug: str = "hewan", **typed: Any) -> Any:
    """One of the acts on somebody's account."""
    return send(admin, f"/{slug}/accounts/{user.pk}/do/{what}/", **typed)


def names(admin: Client, query: str = "") -> str:
    """The list of accounts, as the page says it."""
    return text(admin.get(f"/hewan/accounts/{query}"))


def text(response: Any) -> str:
    """What the page says."""
    return str(response.content.decode())


def post_of(city: Any, name: str) -> Post:
    """Somebody's first post in the city."""
    found: Post = city.users[name].posts.filter(body__congress__slug="hewan").earliest("pk")
    return found


def midnight(day: date) -> datetime:
    """The moment at which a day begins in Beijing."""
    return datetime.combine(day, time.min, BEIJING)


def in_days(many: int) -> date:
    """So many days from today."""
    return today() + timedelta(days=many)
