"""`manage.py due 2025-10-09 -7wd`: when is it due?"""

import json
import re
from datetime import date, datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils.translation import gettext as _

from renda.kernel.clock.calendars import calendar_of
from renda.kernel.clock.counting import Counted
from renda.kernel.clock.days import Calendar
from renda.kernel.clock.national import national
from renda.kernel.clock.places import UnknownPlace, congress_named
from renda.kernel.clock.spans import BadSpan, cleared, parse
from renda.kernel.moment import BEIJING

_WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?")


class Command(BaseCommand):
    """Prints JSON on one line; says what is wrong on stderr and ends with 2."""

    help = "Count a span (7wd -7wd 10d 3m 24h) from a day and print the result as JSON."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """DATE and SPAN as the law writes them, then the place."""
        # argparse lets "-7" through as a number but takes "-7wd" for an option; widen what it
        # holds for a number, so that the span works as printed.
        parser._negative_number_matcher = re.compile(r"-[0-9]+[a-z]*")
        parser.add_argument("date", metavar="DATE", help="2025-10-09, or 2025-10-09T09:30")
        parser.add_argument("span", metavar="SPAN", help="7wd -7wd 10d 3m 24h")
        parser.add_argument("--congress", metavar="SLUG", help="count this congress's days off too")
        parser.add_argument(
            "--clear-days", action="store_true", help="counting back, all days lie in between"
        )

    def handle(self, *args: Any, **asked: Any) -> None:
        """Print the answer."""
        try:
            span = parse(asked["span"])
            span = cleared(span) if asked["clear_days"] else span
            counted = span.count(_start(asked["date"]), _calendar(asked["congress"]))
        except BadSpan as fault:
            raise CommandError(str(fault), returncode=2) from fault
        self.stdout.write(json.dumps(_said(asked["date"], counted), ensure_ascii=False))


def _start(text: str) -> date | datetime:
    try:
        if not _WRITTEN.fullmatch(text):
            raise ValueError(text)
        if "T" in text:
            return datetime.fromisoformat(text).replace(tzinfo=BEIJING)
        return date.fromisoformat(text)
    except ValueError as fault:
        words = _("“%(text)s” is not a day. Write it like 2025-10-09 or 2025-10-09T09:30.")
        raise CommandError(words % {"text": text[:40]}, returncode=2) from fault


def _calendar(slug: str | None) -> Calendar:
    if not slug:
        try:
            return calendar_of(None)
        except DatabaseError:  # no database yet: what comes with the program will do
            return national()
    try:
        return calendar_of(congress_named(slug))
    except UnknownPlace as fault:
        words = _("There is no congress “%(slug)s” here.") % {"slug": slug[:60]}
        raise CommandError(words, returncode=2) from fault


def _said(start: str, counted: Counted) -> dict[str, Any]:
    return {
        "date": start,
        "statutory": counted.statutory.isoformat(),
        "latest": counted.latest.isoformat(),
        "target": counted.target.isoformat(),
        "at": counted.at.isoformat() if counted.at else None,
        "counted": [day.isoformat() for day, _n in counted.counted],
        "skipped": [day.isoformat() for day, _why in counted.skipped],
        "why": {day.isoformat(): why for day, why in counted.skipped},
        "provisional": counted.is_provisional,
    }
