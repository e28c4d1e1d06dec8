"""A run from beginning to end: a file is brought, its mapping chosen, its doubts answered, and it
is taken in, all of it or nothing."""

from collections.abc import Mapping
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from renda.kernel.exchange import lines, saving
from renda.kernel.exchange.examining import Examined, examine_run
from renda.kernel.exchange.models import Gate, ImportRun, KeptMapping
from renda.kernel.exchange.planning import Plan
from renda.kernel.exchange.table import Table
from renda.kernel.moment import now
from renda.kernel.papers.naming import clean
from renda.kernel.papers.storing import store
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused, Stale
from renda.kernel.registers.freezing import refuse_closed_all
from renda.kernel.trail.record import record


class NothingDone(Refused):
    """The file was looked at and not taken in; `examined` says what was seen."""

    def __init__(self, why: str, examined: Examined) -> None:
        super().__init__(why)
        self.examined = examined


class Unclean(NothingDone):
    """Something in it is wrong or in doubt."""


class NothingNew(NothingDone):
    """All of it is in the register as it is."""


def begin(
    table: Table, congress: Any, *, by: Actor, file: "File[bytes]", asked: Mapping[str, Any]
) -> ImportRun:
    """Keep a file to be looked at. It lies on the disk for a day (`papers.sweeping`), beside what
    no paper owns."""
    stored = store(congress.pk, file.chunks())
    return ImportRun.objects.create(
        congress_id=congress.pk,
        table=table.key,
        file_name=clean(file.name or "") or _("a file without a name"),
        sha256=stored.sha256,
        size=stored.size,
        asked=dict(asked),
        uploaded_by_id=by.user_id,
        uploaded_at=now(),
    )


def choose(run: ImportRun, *, fingerprint: str, seen: int | None = None, **chosen: Any) -> None:
    """Keep what a person chose: sheet, header, mapping, what is asked for the whole file. The
    mapping is proposed for the next file with these headers."""
    fresh = waiting(run, seen)
    for name, value in chosen.items():
        setattr(fresh, name, value)
    fresh.version += 1
    fresh.save()
    if fresh.mapping is not None and fingerprint:
        KeptMapping.objects.update_or_create(
            congress_id=fresh.congress_id,
            table=fresh.table,
            fingerprint=fingerprint,
            defaults={"mapping": fresh.mapping, "kept_at": now()},
        )


def answer(run: ImportRun, answers: Mapping[str, Any], *, seen: int | None = None) -> None:
    """Keep the answers to doubts; an empty one takes an answer back."""
    fresh = waiting(run, seen)
    fresh.answers = {k: v for k, v in {**fresh.answers, **answers}.items() if v}
    fresh.version += 1
    fresh.save()


@transaction.atomic
def take_in(
    table: Table, congress: Any, run: ImportRun, *, by: Actor, shown: str | None = None
) -> Examined:
    """Take the file in: judged once more under the lock, written, recorded as one event.

    `shown` is the digest of the plan that the person looked at. Raises Refused while anything is
    wrong or in doubt, Stale when something else would be done than what was shown.
    """
    close_gate(table)
    fresh = waiting(run)
    examined = examine_run(table, congress, by, fresh)
    plan = examined.plan
    if not plan.is_clean:
        why = _("Nothing was taken in: something in the file is still wrong or in doubt.")
        raise Unclean(why, examined)
    if shown is not None and plan.digest() != shown:
        raise Stale(
            _("The register was changed meanwhile, and so is what this file would do. Look again.")
        )
    if not plan.changes:
        raise NothingNew(_("Everything in this file is in the register already."), examined)
    _write(table, congress, fresh, plan, by)
    _settle(fresh, examined, by)
    run.__dict__.update(fresh.__dict__)
    return examined


def waiting(run: ImportRun, seen: int | None = None) -> ImportRun:
    """The run, locked. Raises Refused when it was taken in meanwhile, Stale when it is not what was
    seen."""
    fresh = ImportRun.objects.select_for_update().get(pk=run.pk)
    if fresh.taken_at is not None:
        raise Refused(_("This file was taken in already."))
    if seen is not None and fresh.version != seen:
        raise Stale(_("Somebody else chose something for this file meanwhile. Look at it again."))
    return fresh


def close_gate(table: Table) -> None:
    """From here to the end of the transaction nobody else takes this table in."""
    Gate.objects.get_or_create(table=table.key)
    Gate.objects.select_for_update().get(table=table.key)


def _write(table: Table, congress: Any, run: ImportRun, plan: Plan, by: Actor) -> None:
    told = lines.told(plan)
    refuse_closed_all((entry.row for _number, entry in told), by)
    before = lines.sealed_in(told)
    if table.save is None:
        saving.save(plan.entries)
    else:
        table.save(plan.entries, congress, by)
    run.counts = plan.counts
    rows = lines.enter(run, told, before)
    run.taken_seq = record(
        run,
        "exchange.import",
        congress_id=run.congress_id,
        actor_id=by.user_id,
        said={
            "table": table.key,
            "file": run.file_name,
            "sha256": run.sha256,
            "counts": plan.counts,
            "rows": lines.hash_of(rows),
        },
    ).seq


def _settle(run: ImportRun, examined: Examined, by: Actor) -> None:
    run.sheet, run.header_row = examined.book.sheet[:200], examined.header.row
    run.header_lines = examined.header.lines
    run.mapping = {str(at): name for at, name in examined.mapping.items()}
    run.taken_by_id, run.taken_at = by.user_id, now()
    run.version += 1
    run.save()
