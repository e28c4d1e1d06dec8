"""How long a page of the demo takes, by the clock on the wall; `./run bench` asks."""

from time import perf_counter
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.test import Client


class Command(BaseCommand):
    """Prints the seconds of each time; the first look, which loads templates, is not counted."""

    help = "Time a page of the demo."

    def add_arguments(self, parser: Any) -> None:
        """Which page, for whom, how often."""
        parser.add_argument("address")
        parser.add_argument("--as", dest="username", required=True)
        parser.add_argument("--times", type=int, default=3)

    def handle(self, *args: Any, address: str, username: str, times: int, **options: Any) -> None:
        """Look at it. Raises CommandError where there is no such page for this person."""
        if settings.HOME.is_live:
            raise CommandError("This home is a real congress: nobody is signed in here by command.")
        client = Client(SERVER_NAME="localhost")
        client.force_login(get_user_model().objects.get(username=username))
        for turn in range(times + 1):
            began = perf_counter()
            code = client.get(address).status_code
            if code != 200:
                raise CommandError(f"{address} answers {code}.")
            if turn:
                self.stdout.write(f"{perf_counter() - began:.4f}")
