"""Undoing a run: what it entered becomes void, what it changed gets its old values, unless somebody
has built on it since. One event of its own; nothing is deleted."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from renda.kernel.exchange.lines import as_text, hash_of
from renda.kernel.exchange.models import ImportedRow, ImportRun
from renda.kernel.exchange.runs import close_gate
from renda.kernel.exchange.saving import chunks, write_over
from renda.kernel.exchange.table import Table
from renda.kernel.moment import now
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.freezing import refuse_closed_all
from renda.kernel.registers.values import plain, put
from renda.kernel.trail.record import record

NAMED = 10  # so many of those in the way are named


@transaction.atomic
def undo(table: Table, congress: Any, run: ImportRun, *, by: Actor) -> ImportRun:
    """Take a whole run back. Raises Refused, naming what stands in the way."""
    close_gate(table)
    fresh = ImportRun.objects.select_for_update().get(pk=run.pk)
    if fresh.taken_at is None or fresh.undone_at is not None:
        raise Refused(_("There is nothing of this file to undo."))
    lines = list(fresh.rows.order_by("-pk"))
    pairs = _subjects(lines)
    _refuse_changed(pairs)
    rows = [row for _line, row in pairs]
    refuse_closed_all(rows, by)
    entered = [row for line, row in pairs if line.outcome == "created" and not row.is_void]
    put_back = [(line, row) for line, row in pairs if line.outcome == "updated"]
    _refuse_in_use(entered, put_back)
    _write(entered, put_back)
    refuse_closed_all(rows, by)  # nor may it go back into what was closed meanwhile
    if table.undone is not None:
        table.undone(rows, congress, by)
    _settle(fresh, lines, by)
    run.__dict__.update(fresh.__dict__)
    return run


def _subjects(lines: list[ImportedRow]) -> list[tuple[ImportedRow, Any]]:
    """Each line with the row it made, locked."""
    wanted: dict[str, list[int]] = {}
    for line in lines:
        wanted.setdefault(line.subject_type, []).append(line.subject_id)
    found = {
        (kind, row.pk): row
        for kind, ids in wanted.items()
        for part in chunks(ids)
        for row in _model(kind).ever().select_for_update().filter(pk__in=part)
    }
    return [(line, found[line.subject_type, line.subject_id]) for line in lines]


def _refuse_changed(pairs: list[tuple[ImportedRow, Any]]) -> None:
    later = [str(row) for line, row in pairs if not _is_as_left(line, row)]
    if later:
        raise Refused(
            _("Somebody changed these since, so the file cannot be undone: %(names)s.")
            % {"names": _listed(later)}
        )


def _is_as_left(line: ImportedRow, row: Any) -> bool:
    """Whether the row still says what the file made it say. A new one that was withdrawn by hand
    is gone already, which is all that undoing would do."""
    if not line.said:
        return False  # its words were erased: nobody knows what it was
    if line.outcome == "created":
        is_same = row.version == 0 or (not row.SEALED and plain(row) == line.said["set"])
        return row.is_void or is_same
    if row.is_void:
        return False
    changed = line.said["changed"]
    is_now = plain(row, changed) | {n: as_text(getattr(row, n)) for n in line.sealed}
    left = {name: after for name, (_before, after) in (changed | line.sealed).items()}
    return all(is_now[name] == after for name, after in left.items())


def _refuse_in_use(entered: list[Any], put_back: list[tuple[ImportedRow, Any]]) -> None:
    """Nothing may stand on what becomes void, but what becomes void with it or goes back to where
    it stood before."""
    leaving = {(type(row), row.pk, name) for line, row in put_back for name in line.said["changed"]}
    going: dict[Any, set[Any]] = {}
    for row in entered:
        going.setdefault(type(row), set()).add(row.pk)
    in_the_way = [
        name for model, ids in going.items() for name in _standing_on(model, ids, going, leaving)
    ]
    if in_the_way:
        raise Refused(
            _("Others stand on what this file entered, so it cannot be undone: %(names)s.")
            % {"names": _listed(in_the_way)}
        )


def _standing_on(
    model: Any, ids: set[Any], going: dict[Any, set[Any]], leaving: set[tuple[Any, Any, str]]
) -> Iterator[str]:
    for link in model._meta.related_objects:
        other, name = link.related_model, link.field.name
        if link.many_to_many:
            continue
        for part in chunks(ids):
            for row in other._default_manager.filter(**{f"{name}__in": part}):
                is_leaving = (other, row.pk, name) in leaving
                if row.pk not in going.get(other, ()) and not is_leaving:
                    yield f"{other._meta.verbose_name} {row}"


def _write(entered: list[Any], put_back: list[tuple[ImportedRow, Any]]) -> None:
    try:
        with transaction.atomic():
            for row in entered:
                row.is_void, row.version = True, row.version + 1
            write_over(entered, ["is_void"])
            for line, row in put_back:
                _restore(line, row)
            names = {n for line, _row in put_back for n in (*line.said["changed"], *line.sealed)}
            write_over([row for _line, row in put_back], names)
    except IntegrityError as fault:
        raise Refused(
            _("An old value is taken by another entry now, so the file cannot be undone.")
        ) from fault


def _restore(line: ImportedRow, row: Any) -> None:
    row.version += 1
    for name, (before, _after) in line.said["changed"].items():
        if name not in row.SEALED:
            put(row, name, before)
    for name, (before, _after) in line.sealed.items():
        is_sealed = row._meta.get_field(name).get_internal_type() == "BinaryField"
        setattr(row, name, (bytes.fromhex(before) or None) if is_sealed else before)


def _settle(run: ImportRun, lines: list[ImportedRow], by: Actor) -> None:
    run.undone_by_id, run.undone_at = by.user_id, now()
    run.undone_seq = record(
        run,
        "exchange.undo_import",
        congress_id=run.congress_id,
        actor_id=by.user_id,
        said={
            "undoes": run.taken_seq,
            "table": run.table,
            "file": run.file_name,
            "sha256": run.sha256,
            "rows": hash_of(reversed(lines)),
        },
    ).seq
    run.version += 1
    run.save()


def _model(kind: str) -> Any:
    return apps.get_model(kind)


def _listed(names: list[str]) -> str:
    said = pgettext("between names in a list", ", ").join(dict.fromkeys(names[:NAMED]))
    more = len(names) - NAMED
    return said if more <= 0 else _("%(names)s and %(more)s more") % {"names": said, "more": more}
