"""An office with a file in its hands."""

from io import BytesIO

import pytest
from django.core.files import File
from django.test import Client

from renda.congress.tables.sessions import SESSIONS
from renda.kernel.exchange import runs
from renda.kernel.exchange.examining import examine_run
from renda.kernel.pages.keys import new_key

CLERK = "白玥琪"


class Desk:
    """The office, at its desk: brings files by action, and looks at pages with a browser."""

    def __init__(self, city):
        self.city, self.congress = city, city.congresses["hewan"]
        self.clerk = city.actor(CLERK)
        self.client = Client(headers={"accept-language": "zh-hans"})
        self.client.force_login(city.users[CLERK])

    def brought(self, data, name="会议一览表.xlsx", table=SESSIONS, **asked):
        """A file that waits to be looked at."""
        file = File(BytesIO(data), name)
        file.size = len(data)
        return runs.begin(table, self.congress, by=self.clerk, file=file, asked=asked)

    def seen(self, run, table=SESSIONS):
        """What would become of it."""
        return examine_run(table, self.congress, self.clerk, run)

    def taken(self, data, name="会议一览表.xlsx", table=SESSIONS, **asked):
        """A file that was taken in."""
        run = self.brought(data, name, table, **asked)
        runs.take_in(table, self.congress, run, by=self.clerk)
        return run

    def post(self, url, **typed):
        """Send a form."""
        return self.client.post(url, {"key": new_key(), "version": 0, **typed})

    def upload(self, data, name="会议一览表.xlsx", table="sessions", **typed):
        """Send a file through its page."""
        file = BytesIO(data)
        file.name = name
        return self.post(f"/hewan/imports/{table}/upload/", file=file, **typed)


@pytest.fixture
def desk(city, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return Desk(city)
