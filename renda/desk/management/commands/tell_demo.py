"""Tell the demo: places, people and some sixty suggestions, on past dates, in one transaction."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from renda.congress.models import Congress
from renda.deputies.cast import CAST
from renda.deputies.demo import build
from renda.deputies.demo_roster import Telling
from renda.kernel.moment import now
from renda.kernel.notices.actions import put_behind
from renda.kernel.notices.outbox import deliver
from renda.kernel.trail.anchors import drop_anchors
from renda.suggestions.demo.telling import tell

RECENT = timedelta(days=10)  # what came since is still to be read
PASSWORD = "Renda-demo-2026"


class Command(BaseCommand):
    """./run demo calls it once for a new home."""

    help = "Tell the demo story into an empty demo home."

    def add_arguments(self, parser: Any) -> None:
        """How much of it."""
        parser.add_argument("--small", action="store_true", help="the story without the fillers")

    def handle(self, *args: Any, small: bool, **options: Any) -> None:
        """All or nothing, and never beside real data."""
        if settings.HOME.is_live:
            raise CommandError("This home is a real congress. The demo has a home of its own.")
        if Congress.objects.exists():
            raise CommandError("This home is not empty. Nothing was changed.")
        with transaction.atomic():
            cast = build(password_hash=make_password(PASSWORD), deputies=8 if small else 60)
            Telling(cast).tell()
            told = tell(cast, fillers_wanted=4 if small else 45)
            while deliver():
                pass
            put_behind(now() - RECENT)
        drop_anchors()
        self._who(Path(settings.HOME.path))
        self.stdout.write(f"Told {told} suggestions.")

    def _who(self, home: Path) -> None:
        lines = [f"password of all: {PASSWORD}", ""]
        lines += [f"{m.login:<16}{m.name}  {m.shown_as}" for m in CAST if m.login]
        (home / "who.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
