"""Looking at a file: reading it, laying it out, mapping it, judging it. Nothing is written."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from renda.kernel.exchange import asking, header, layout
from renda.kernel.exchange.header import Header
from renda.kernel.exchange.labels import known_by
from renda.kernel.exchange.layout import Laid
from renda.kernel.exchange.models import ImportRun, KeptMapping
from renda.kernel.exchange.planning import Plan, planned
from renda.kernel.exchange.reading.opening import Book, opened
from renda.kernel.exchange.reading.sentences import sentence
from renda.kernel.exchange.records import Mapped, mapped, records_of
from renda.kernel.exchange.table import Table
from renda.kernel.papers.storing import place
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused


@dataclass(frozen=True)
class Choices:
    """What a person chose instead of what was found; nothing of it need be chosen."""

    sheet: str = ""
    header_row: int | None = None
    header_lines: int = 1
    mapping: Mapping[int, str] | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    asked: Mapping[str, Any] = field(default_factory=dict)  # as the form was sent


@dataclass(frozen=True)
class Examined:
    """What was taken for what, and what would become of it."""

    book: Book
    laid: Laid
    mapping: Mapped
    is_remembered: bool
    plan: Plan

    @property
    def header(self) -> Header:
        """Where the header stands."""
        return self.laid.header


def examine(
    table: Table, congress: Any, actor: Actor, file: Path, name: str, choices: Choices
) -> Examined:
    """Look at a file on the disk. Raises Refused when there is no table in it to speak of."""
    asked = asking.again(table, congress, actor, choices.asked)
    book = opened(file, name=name, sheet=choices.sheet, most_rows=table.most_rows)
    top = _header(table, book, choices)
    chosen = choices.mapping
    kept = None if chosen is not None else remembered(congress.pk, table, top)
    mapping = mapped(table, top, chosen if chosen is not None else kept)
    laid = layout.laid_out(book.rows, book.merges, top)
    if len(laid.rows) > table.most_rows:
        raise Refused(sentence("too_many_rows", name, {"most": table.most_rows}))
    records = records_of(table, laid, mapping)
    plan = planned(table, congress, records, mapping, top.row, choices.answers, asked)
    return Examined(book, laid, mapping, kept is not None, plan)


def examine_run(table: Table, congress: Any, actor: Actor, run: ImportRun) -> Examined:
    """Look at a file that waits. Raises Refused when it was kept too long, or is another one."""
    file = place(run.congress_id, run.sha256)
    if not file.is_file():
        raise Refused(_("The file was kept for a day only. Please choose it again."))
    if file_hash(file) != run.sha256:
        raise Refused(_("The file was changed on the server. Please choose it again."))
    return examine(table, congress, actor, file, run.file_name, choices_of(run))


def choices_of(run: ImportRun) -> Choices:
    """What was chosen for this run."""
    return Choices(
        sheet=run.sheet,
        header_row=run.header_row,
        header_lines=run.header_lines,
        mapping=None if run.mapping is None else {int(at): n for at, n in run.mapping.items()},
        answers=run.decided,
        asked=run.asked,
    )


def remembered(congress_id: int, table: Table, top: Header) -> dict[int, str] | None:
    """How this office mapped a file with these headers before."""
    row = KeptMapping.objects.filter(
        congress_id=congress_id, table=table.key, fingerprint=top.fingerprint
    ).first()
    return {int(at): name for at, name in row.mapping.items()} if row is not None else None


def file_hash(file: Path) -> str:
    """The hash of the very bytes."""
    with file.open("rb") as opened_file:
        return hashlib.file_digest(opened_file, "sha256").hexdigest()


def _header(table: Table, book: Book, choices: Choices) -> Header:
    if choices.header_row is not None:
        lines = choices.header_lines
        if named := header.placed(book.rows, book.merges, choices.header_row, lines):
            return named
    top = header.found(book.rows, book.merges, known_by(table.columns))
    if top is None:
        raise Refused(_("There is no header in this sheet. Choose another sheet."))
    return top
