"""`manage.py import_table regions FILE --congress hewan`: take a table in from a file."""

import json
import sys
from argparse import Action, ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files import File
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from renda.kernel.exchange import asking, congresses, runs
from renda.kernel.exchange.examining import Choices, Examined, examine
from renda.kernel.exchange.planning import Plan
from renda.kernel.exchange.table import TABLES, Table
from renda.kernel.pages.problem import Invalid
from renda.kernel.pages.reading import read_only
from renda.kernel.permits import actor as actors
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused

Asked = dict[str, Any]
BAD_CALL = 2


class _Tables(Action):
    def __call__(self, parser: ArgumentParser, *_words: Any) -> None:
        """List the tables there are."""
        lines = [f"  {table.key:<12} {table.label}. {table.about}" for table in TABLES.values()]
        sys.stdout.write("\n".join(["tables:", *lines, ""]))
        parser.exit()


class Command(BaseCommand):
    """Looks at the whole file first; takes all of it in, or nothing."""

    help = "Take a table in from a file, all of it or nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        """The table, the file, and what a person would choose on the page."""
        parser.add_argument("--tables", action=_Tables, nargs=0, help="list the tables")
        parser.add_argument("table", choices=sorted(TABLES), metavar="TABLE", help="see --tables")
        parser.add_argument("file", type=Path, metavar="FILE", help="xlsx, xls, csv, html …")
        parser.add_argument("--congress", metavar="SLUG", required=True)
        parser.add_argument("--dry-run", action="store_true", help="look, and write nothing")
        parser.add_argument("--json", action="store_true", help="answer as JSON")
        parser.add_argument("--sheet", default="", metavar="NAME", help="not the fullest sheet")
        parser.add_argument("--answer", action="append", default=[], metavar="KEY=VALUE")
        parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE")
        parser.add_argument("--as", dest="username", metavar="USERNAME", help="who takes it in")

    def handle(self, *args: Any, **asked: Any) -> None:
        """Look, report, take in; ends with 1 when anything is wrong or in doubt."""
        table, congress = TABLES[asked["table"]], _congress(asked["congress"])
        by = _actor(asked["username"], congress, table)
        choices = _choices(table, congress, by, asked)
        file = _file(asked["file"])
        try:
            seen = _done(table, congress, by, file, choices, is_dry=asked["dry_run"])
        except Refused as refused:
            raise CommandError(str(refused), returncode=BAD_CALL) from refused
        plan = seen.plan
        if asked["json"]:
            self.stdout.write(json.dumps(as_json(plan), ensure_ascii=False))
        else:
            self._say(seen, plan, is_dry=asked["dry_run"])
        if not plan.is_clean:
            raise SystemExit(1)

    def _say(self, seen: Examined, plan: Plan, *, is_dry: bool) -> None:
        for skipped in seen.laid.skipped:
            row = f"{skipped.row}–{skipped.until}" if skipped.until > skipped.row else skipped.row
            said = {"row": row, "why": skipped.why, "text": skipped.text}
            self.stdout.write(_("Row %(row)s left out: %(why)s. %(text)s") % said)
        for fault in plan.faults:
            told = {
                "row": fault.row,
                "column": fault.column,
                "value": fault.value,
                "why": fault.why,
            }
            self.stdout.write(_("Row %(row)s, %(column)s “%(value)s”: %(why)s") % told)
        for doubt in plan.doubts:
            listed = ", ".join(
                f"--answer '{doubt.key}={v}' ({label})" for v, label in doubt.answers
            )
            self.stdout.write(f"{doubt.row}: {doubt.question} {listed}")
        self.stdout.write(
            _(
                "Read %(read)d: %(created)d new, %(updated)d changed, %(unchanged)d as before, "
                "%(rejected)d wrong, %(doubtful)d in doubt."
            )
            % plan.counts
        )
        if is_dry or not plan.is_clean:
            self.stdout.write(_("Nothing was written."))


def as_json(plan: Plan) -> dict[str, Any]:
    """What the command answers to machines."""
    counts = plan.counts
    return {
        **{name: counts[name] for name in ("read", "created", "updated", "unchanged")},
        "rejected": [
            {"row": f.row, "column": f.column, "value": f.value, "why": f.why} for f in plan.faults
        ],
        "doubts": [
            {
                "key": d.key,
                "row": d.row,
                "question": d.question,
                "answers": {value: str(label) for value, label in d.answers},
            }
            for d in plan.doubts
        ],
    }


def _done(
    table: Table, congress: Any, by: Actor, file: Path, choices: Choices, *, is_dry: bool
) -> Examined:
    if is_dry:
        with read_only():
            return examine(table, congress, by, file, file.name, choices)
    try:
        return _taken(table, congress, by, file, choices)
    except runs.NothingDone as nothing:
        return nothing.examined


@transaction.atomic
def _taken(table: Table, congress: Any, by: Actor, file: Path, choices: Choices) -> Examined:
    with file.open("rb") as opened:
        run = runs.begin(table, congress, by=by, file=File(opened, file.name), asked=choices.asked)
    run.sheet = choices.sheet
    said = choices.answers.items()
    run.answers = {k: {"value": v, "label": v, "question": k, "row": 0} for k, v in said}
    run.save()
    return runs.take_in(table, congress, run, by=by)


def _congress(slug: str) -> Any:
    congress = congresses.named(slug)
    if congress is None:
        words = _("There is no congress “%(slug)s” here.") % {"slug": slug}
        raise CommandError(words, returncode=BAD_CALL)
    return congress


def _actor(username: str | None, congress: Any, table: Table) -> Actor:
    """Whoever sits at the server, or a person whose posts are asked as on the page."""
    if username is None:
        return actors.the_system(congress.pk)
    user = get_user_model().objects.filter(username=username, is_active=True).first()
    by = actors.load(user, congress)
    if user is None or not table.to(by):
        words = _("“%(name)s” may not take this table in.") % {"name": username}
        raise CommandError(words, returncode=BAD_CALL)
    return by


def _choices(table: Table, congress: Any, by: Actor, asked: Asked) -> Choices:
    given = dict(_pair(said, str.partition) for said in asked["set"])
    _refuse_unknown(given, asking.names_of(table, congress, by))
    form = asking.usual(table, congress, by) | given
    answers = dict(_pair(said, str.rpartition) for said in asked["answer"])
    try:
        asking.cleaned(table, congress, by, form)
    except Invalid as invalid:
        faults = "; ".join(f"{n}: {' '.join(why)}" for n, why in invalid.form.errors.items())
        raise CommandError(f"--set {faults}", returncode=BAD_CALL) from invalid
    return Choices(sheet=asked["sheet"], answers=answers, asked=form)


def _refuse_unknown(given: Asked, names: list[str]) -> None:
    unknown = [name for name in given if name not in names]
    if unknown:
        words = _("%(name)s: this table asks nothing so called. It asks: %(names)s.")
        listed = pgettext("between names in a list", ", ").join(names) or "—"
        raise CommandError(words % {"name": unknown[0], "names": listed}, returncode=BAD_CALL)


def _pair(said: str, splits: Any) -> tuple[str, str]:
    name, mark, value = splits(said, "=")
    if not mark or not name:
        words = _("Write it as NAME=VALUE: %(said)s") % {"said": said}
        raise CommandError(words, returncode=BAD_CALL)
    return name, value


def _file(file: Path) -> Path:
    try:
        size = file.stat().st_size if file.is_file() else None
    except OSError:
        size = None
    if size is None:
        words = _("There is no file “%(name)s”.") % {"name": file}
    elif size > settings.RENDA_PAPER_LIMIT:
        words = _("“%(name)s” is too big to be taken in.") % {"name": file}
    else:
        return file.resolve()
    raise CommandError(words, returncode=BAD_CALL)
