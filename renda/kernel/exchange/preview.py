"""What the page of a run draws from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.kernel.exchange.examining import Examined
from renda.kernel.exchange.labels import letter
from renda.kernel.exchange.layout import Skipped
from renda.kernel.exchange.models import ImportRun
from renda.kernel.exchange.table import Fault, Table, Verdict
from renda.kernel.exchange.words import text
from renda.kernel.trail.naming import names_of

FIRST, FAULTS, SKIPPED, LINES = 20, 200, 100, 100

OUTCOMES = {
    "created": (gettext_lazy("new"), "t-ok", "plus"),
    "updated": (gettext_lazy("changes"), "t-now", "pen"),
    "unchanged": (gettext_lazy("as it was"), "", "done"),
    "rejected": (gettext_lazy("wrong"), "t-late", "late"),
    "doubtful": (gettext_lazy("in doubt"), "t-soon", "soon"),
}


@dataclass(frozen=True)
class Preview:
    """The preview of a file that waits."""

    counts: list[dict[str, Any]]
    labels: list[str]
    rows: list[dict[str, Any]]
    faults: Sequence[Fault]
    more_faults: int
    skipped: Sequence[Skipped]
    more_skipped: int
    taken: list[dict[str, str]]
    left_out: list[str]
    examples: dict[str, str]
    answered: list[dict[str, Any]]
    taken_before: ImportRun | None
    digest: str
    may_take_in: bool
    says_nothing_new: bool


def previewed(table: Table, run: ImportRun, examined: Examined) -> Preview:
    """What the clerk sees before anything is written."""
    plan, laid = examined.plan, examined.laid
    labels = examined.header.labels
    faults = plan.faults
    columns = [c for c in table.columns if c.name in examined.mapping.values()]
    names = {column.name: str(column.label) for column in columns}
    return Preview(
        counts=counted(plan.counts),
        labels=[str(column.label) for column in columns],
        rows=[_row(v, [c.name for c in columns]) for v in plan.verdicts[:FIRST]],
        faults=faults[:FAULTS],
        more_faults=max(len(faults) - FAULTS, 0),
        skipped=laid.skipped[:SKIPPED],
        more_skipped=max(len(laid.skipped) - SKIPPED, 0),
        taken=[
            {"letter": letter(at), "heading": _heading(labels, at), "column": names[name]}
            for at, name in examined.mapping.items()
        ],
        left_out=[
            f"{letter(at)} {label}"
            for at, label in enumerate(labels)
            if at not in examined.mapping and label
        ],
        examples=_examples(examined),
        answered=list(run.answers.values()),
        taken_before=_taken_before(run),
        digest=plan.digest(),
        may_take_in=plan.is_clean and plan.changes > 0,
        says_nothing_new=plan.is_clean and plan.changes == 0,
    )


def _heading(labels: Sequence[str], at: int) -> str:
    return labels[at] if at < len(labels) else ""


def counted(counts: dict[str, int]) -> list[dict[str, Any]]:
    """The counts with their words, the number read first."""
    shown = [{"label": _("read"), "many": counts.get("read", 0), "tone": "", "icon": "page"}]
    return shown + [
        {"label": str(label), "many": counts[name], "tone": tone, "icon": icon}
        for name, (label, tone, icon) in OUTCOMES.items()
        if counts.get(name)
    ]


def result_of(run: ImportRun) -> dict[str, Any]:
    """What a file that was taken in did, and who took it in and back."""
    names = names_of("user", {i for i in (run.taken_by_id, run.undone_by_id) if i})
    lines = list(run.rows.order_by("pk")[:LINES])
    return {
        "counts": counted(run.counts),
        "taken_by": names.get(run.taken_by_id or 0, ""),
        "undone_by": names.get(run.undone_by_id or 0, ""),
        "lines": [(n, _badge(n.outcome), n.said.get("called", "")) for n in lines],
        "more": run.rows.count() - len(lines),
        "answers": list(run.answers.values()),
    }


def _row(verdict: Verdict, names: list[str]) -> dict[str, Any]:
    values = [_shown(verdict.record.values.get(name)) for name in names]
    return {"row": verdict.record.row, "cells": values, "badge": _badge(verdict.outcome)}


def _badge(outcome: str) -> dict[str, Any]:
    label, tone, icon = OUTCOMES[outcome]
    return {"text": str(label), "tone": tone, "icon": icon}


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return value.isoformat() if isinstance(value, date) else str("" if value is None else value)


def _examples(examined: Examined) -> dict[str, str]:
    """The first thing that stands in each column, beside its choice."""
    found: dict[str, str] = {}
    for _number, cells in examined.laid.rows[:50]:
        for at, cell in enumerate(cells):
            if f"column_{at}" not in found and (said := text(cell)):
                found[f"column_{at}"] = said[:30]
    return found


def _taken_before(run: ImportRun) -> ImportRun | None:
    same = ImportRun.objects.filter(
        congress_id=run.congress_id, table=run.table, sha256=run.sha256, undone_at=None
    )
    return same.exclude(taken_at=None).order_by("-taken_at").first()
