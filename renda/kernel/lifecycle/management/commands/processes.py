"""`manage.py processes`: print the manual; `--check` says whether it is current."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from renda.kernel.lifecycle import manual
from renda.kernel.words.po import compile_stale


class Command(BaseCommand):
    """Writes docs/processes."""

    help = "Print docs/processes from the lifecycles."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """One flag."""
        parser.add_argument("--check", action="store_true", help="only say whether it is current")

    def handle(self, *args: Any, **asked: Any) -> None:
        """Write the pages, or compare."""
        compile_stale()  # the pages speak Chinese
        folder = manual.folder()
        if asked["check"]:
            if old := manual.stale(folder):
                raise CommandError(f"Old: {', '.join(old)}. Run: manage.py processes")
            return
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in manual.pages().items():
            (folder / name).write_text(text, encoding="utf-8")
