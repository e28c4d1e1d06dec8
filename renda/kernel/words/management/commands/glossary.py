"""`manage.py glossary`: print the glossary's page; `--check` says whether it is current."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from renda.kernel.words.glossary import page, printed


class Command(BaseCommand):
    """Writes docs/glossary.md."""

    help = "Print docs/glossary.md from renda/kernel/words/glossary.toml."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """One flag."""
        parser.add_argument("--check", action="store_true", help="only say whether it is current")

    def handle(self, *args: Any, **asked: Any) -> None:
        """Write it, or compare."""
        if not asked["check"]:
            page().write_text(printed(), encoding="utf-8")
        elif not page().is_file() or page().read_text(encoding="utf-8") != printed():
            raise CommandError("docs/glossary.md is old. Run: manage.py glossary")
