"""`manage.py catalogue`: keep the Chinese in step with the code, without gettext tools."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from renda.kernel.words import po
from renda.kernel.words.checking import faults
from renda.kernel.words.extracting import ours
from renda.kernel.words.merging import merged, taken_over, untranslated


class Command(BaseCommand):
    """Without a flag: find the sentences, bring the catalogue up to date, compile it."""

    help = "Extract every sentence, merge it into the Chinese catalogue and compile that."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """One thing at a time."""
        one = parser.add_mutually_exclusive_group()
        one.add_argument("--check", action="store_true", help="list what is wrong; change nothing")
        one.add_argument("--compile", action="store_true", help="only compile what is stale")
        one.add_argument("--todo", action="store_true", help="print what has no Chinese yet")
        one.add_argument("--take", metavar="FILE", help="take the Chinese of a filled file over")

    def handle(self, *args: Any, **asked: Any) -> None:
        """Do the one thing asked for."""
        if asked["compile"]:
            po.compile_stale()
        elif asked["check"]:
            self._check()
        elif asked["todo"]:
            self.stdout.write(po.text(untranslated(merged(po.read(po.po_path()), ours()))))
        else:
            self._merge(asked["take"])

    def _check(self) -> None:
        wrong = faults(po.read(po.po_path()), ours())
        for fault in wrong:
            self.stdout.write(str(fault))
        if wrong:
            raise CommandError(f"The catalogue has {len(wrong)} faults.")

    def _merge(self, filled: str | None) -> None:
        catalogue = merged(po.read(po.po_path()), ours())
        taken = taken_over(catalogue, po.read(Path(filled))) if filled else 0
        po.write(po.po_path(), catalogue)
        po.compile_stale()
        lacking = len(po.messages(untranslated(catalogue)))
        known = len(po.messages(catalogue))
        self.stdout.write(f"{known} sentences, {taken} taken over, {lacking} without Chinese")
