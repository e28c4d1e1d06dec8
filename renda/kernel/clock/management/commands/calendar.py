"""`manage.py calendar 2027.json`: take in the days off of a year."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from renda.kernel.clock.importing import take_in
from renda.kernel.clock.notice import BadNotice, read_year
from renda.kernel.clock.places import UnknownPlace, congress_named
from renda.kernel.clock.recounting import Recounted

LARGEST = 1024 * 1024


class Command(BaseCommand):
    """Takes a whole file or nothing, counts deadlines again, and says what needs a person."""

    help = "Import the days off of a year: the national notice, or a congress's own holidays."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, and the congress if the days are its own."""
        parser.add_argument("file", type=Path, help="a year's JSON file")
        parser.add_argument("--congress", metavar="SLUG", help="these are this congress's own days")

    def handle(self, *args: Any, **asked: Any) -> None:
        """Import, recount, report."""
        congress_id = _congress(asked["congress"])
        try:
            file = read_year(_text(asked["file"]), is_national=congress_id is None)
            recounted = take_in(file, congress_id=congress_id)
        except BadNotice as bad:
            words = _("Nothing was imported.")
            raise CommandError("\n".join([words, *bad.faults]), returncode=2) from bad
        self.stdout.write(
            ngettext(
                "%(year)d: %(n)d day imported.", "%(year)d: %(n)d days imported.", len(file.rows)
            )
            % {"year": file.year, "n": len(file.rows)}
        )
        for found, done in recounted.items():
            self._report(found, done)

    def _report(self, congress_id: int, done: Recounted) -> None:
        for old, new in done.changed:
            self._say(
                _("Congress %(congress)d: %(what)s was %(old)s, is now %(new)s."),
                congress_id,
                old,
                new.latest_on,
            )
        for row in done.settled:
            self._say(
                _("Congress %(congress)d: %(what)s stays on %(old)s, now for certain."),
                congress_id,
                row,
                row.latest_on,
            )
        for row, counted in done.earlier:
            self._say(
                _(
                    "Congress %(congress)d: %(what)s is left on %(old)s; it would be earlier, "
                    "%(new)s. A person must decide."
                ),
                congress_id,
                row,
                counted.latest,
            )

    def _say(self, words: str, congress_id: int, row: Any, new: Any) -> None:
        what = f"{row.subject_type} {row.subject_id} {row.name}"
        said = {"congress": congress_id, "what": what, "old": row.latest_on, "new": new}
        self.stdout.write(words % said)


def _congress(slug: str | None) -> int | None:
    try:
        return congress_named(slug) if slug else None
    except UnknownPlace as fault:
        words = _("There is no congress “%(slug)s” here.") % {"slug": slug}
        raise CommandError(words, returncode=2) from fault


def _text(file: Path) -> str:
    try:
        if file.stat().st_size > LARGEST:
            raise BadNotice(_("The file is too large to be a year of days off."))
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise BadNotice(_("The file cannot be read: %(why)s") % {"why": fault}) from fault
