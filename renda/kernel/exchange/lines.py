"""The lines of a run: what each row of the file made of which entry, with its salted hash."""

import hashlib
import json
import secrets
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NamedTuple

from django.db import connection

from renda.kernel.exchange import saving
from renda.kernel.exchange.models import ImportedRow, ImportRun
from renda.kernel.exchange.planning import Plan
from renda.kernel.exchange.table import Entry
from renda.kernel.registers.values import plain
from renda.kernel.trail.models import canonical, salted


class Line(NamedTuple):
    """A row of `ImportedRow` before it is written: as many as a file has lines, and a model for
    each would take longer than all the rest of the line."""

    run_id: int
    row: int
    subject_type: str
    subject_id: int
    outcome: str
    said: dict[str, Any]
    sealed: dict[str, list[str]]
    salt: str
    digest: str


Told = list[tuple[int, Entry]]  # the row of the file that spoke of an entry first, and the entry
Sealed = dict[int, dict[str, str]]  # by id() of the row, since a new one has no number yet


def told(plan: Plan) -> Told:
    """What is written, each row of a register once."""
    found: dict[int, tuple[int, Entry]] = {}
    for verdict in plan.verdicts:
        for entry in verdict.entries:
            if not entry.is_new and not entry.changed:
                continue
            number, first = found.get(id(entry.row), (verdict.record.row, entry))
            changed = {
                name: [first.changed.get(name, said)[0], said[1]]
                for name, said in {**first.changed, **entry.changed}.items()
            }
            found[id(entry.row)] = (number, replace(first, changed=changed) if changed else first)
    return list(found.values())


def sealed_in(told: Told) -> Sealed:
    """What is sealed in the rows that change, encrypted as the database has it."""
    kept: Sealed = {}
    changed = [e for _n, e in told if not e.is_new and set(e.changed) & set(e.row.SEALED)]
    for model, rows in saving.by_model(entry.row for entry in changed).items():
        for ids in saving.chunks(row.pk for row in rows):
            there = model._base_manager.filter(pk__in=ids).values("pk", *model.SEALED)
            found = {one["pk"]: {n: as_text(one[n]) for n in model.SEALED} for one in there}
            kept |= {id(row): found[row.pk] for row in rows if row.pk in found}
    return kept


def as_text(value: Any) -> str:
    """A sealed value as JSON can hold it; it stays encrypted."""
    return value if isinstance(value, str) else bytes(value or b"").hex()


def enter(run: ImportRun, told: Told, before: Sealed) -> list[Line]:
    """Write the lines of a run that has just been saved; returns them in their order.

    Past the ORM, which would take longer over them than over the register itself.
    """
    after = sealed_in(told)
    lines = []
    for number, entry in told:
        was, now_is = before.get(id(entry.row), {}), after.get(id(entry.row), {})
        lines.append(_line(run, number, entry, {name: [was[name], now_is[name]] for name in was}))
    quoted = connection.ops.quote_name
    fields = [f for f in ImportedRow._meta.concrete_fields if not f.primary_key]
    assert tuple(f.attname for f in fields) == Line._fields, "a line is the row, in its order"
    names = ", ".join(quoted(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    table = quoted(ImportedRow._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} ({names}) VALUES ({places})",  # noqa: S608 our own names
            [[_written(value) for value in line] for line in lines],
        )
    return lines


def hash_of(lines: Iterable[Line | ImportedRow]) -> str:
    """One hash over what a run did, line by line."""
    found = hashlib.sha256()
    for line in lines:
        mark = [line.row, line.subject_type, line.subject_id, line.outcome, line.digest]
        found.update(canonical(mark))
    return found.hexdigest()


def _line(run: ImportRun, number: int, entry: Entry, sealed: dict[str, list[str]]) -> Line:
    said: dict[str, Any] = {"called": str(entry.row)[:80]}
    if entry.is_new:
        said["set"] = plain(entry.row)
    else:
        # A key to a row that was new too is known only now.
        now_is = plain(entry.row, entry.changed)
        said["changed"] = {n: [before, now_is[n]] for n, (before, _a) in entry.changed.items()}
    salt = secrets.token_hex(16)
    return Line(
        run_id=run.pk,
        row=number,
        subject_type=entry.row._meta.label_lower,
        subject_id=entry.row.pk,
        outcome="created" if entry.is_new else "updated",
        said=said,
        sealed=sealed,
        salt=salt,
        digest=salted(salt, said),
    )


def _written(value: Any) -> Any:
    return json.dumps(value) if isinstance(value, dict) else value
